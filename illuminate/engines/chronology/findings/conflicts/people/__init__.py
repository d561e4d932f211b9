"""Who was there, who came along, who was seen alone, who translated and who was told."""
