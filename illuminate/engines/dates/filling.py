"""What the pieces of a range or list lend each other: "24" in "24 to 28 July 2017" lacks its month and year."""

from __future__ import annotations

from dataclasses import replace

from illuminate.engines.dates.pieces import Piece


def fill(pieces: list[Piece]) -> list[Piece]:
    """Give a piece the month and year that it lacks, from the next one, else from the one before."""
    filled = list(pieces)
    for place in range(len(filled) - 2, -1, -1):
        filled[place] = _complete(filled[place], filled[place + 1])
    for place in range(1, len(filled)):
        piece, before = filled[place], filled[place - 1]
        # A bare number behind a whole date ("12/5/18 - 3") may be anything.
        if piece.day is None or piece.month is not None or before.year is None:
            filled[place] = _complete(piece, before)
    return filled


def _complete(piece: Piece, other: Piece) -> Piece:
    if piece.decade is not None or other.decade is not None:
        return piece
    if piece.month is None and piece.day is not None and (other.day is not None or other.either is not None):
        piece = replace(piece, month=other.month)
    if piece.parts and piece.month is None and piece.year is None and piece.name is None:
        piece = replace(piece, month=other.month)
    if piece.year is None and other.year is not None:
        day = piece.either if piece.either is not None else piece.day
        piece = replace(piece, year=other.year, short_year=other.short_year, day=day, either=None)
    return piece
