"""A light background for each agency. It only helps the eye: the agency's name always stands beside it."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable

# A step round the colour circle that keeps any number of neighbours apart.
_STEP = 0.381966
_LIGHTNESS = (0.86, 0.92)
_SATURATION = 0.62


def tints(agencies: Iterable[str]) -> dict[str, str]:
    """A colour such as "cfe2f3" for each agency; black words on any of them have a contrast above 10 to 1."""
    return {agency: _tint(number) for number, agency in enumerate(agencies)}


def _tint(number: int) -> str:
    lightness = _LIGHTNESS[number // 8 % len(_LIGHTNESS)]
    parts = colorsys.hls_to_rgb((0.58 + number * _STEP) % 1, lightness, _SATURATION)
    return "".join(f"{round(part * 255):02x}" for part in parts)
