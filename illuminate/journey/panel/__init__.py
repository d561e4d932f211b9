"""The independent chair, the panel, its terms of reference and its meetings."""
