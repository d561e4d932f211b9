"""Where accounts of one event can't both be right."""
