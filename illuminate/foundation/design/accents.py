"""The colours a partnership can choose for its header. `build/_accents.scss` has the same names."""

ACCENTS: list[tuple[str, str]] = [
    ("blue", "Blue"),
    ("teal", "Teal"),
    ("green", "Green"),
    ("plum", "Plum"),
    ("wine", "Wine"),
    ("slate", "Slate"),
    ("brown", "Brown"),
    ("navy", "Navy"),
]
"""Closed on purpose: each was measured to be readable, and a free colour would need an inline style."""

DEFAULT_ACCENT = "blue"
