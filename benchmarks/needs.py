"""What a benchmark needs beyond the program's own packages."""

from __future__ import annotations

import importlib.util


def need(*modules: str) -> None:
    """End with a sentence where modules of the bench group are not installed."""
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if missing:
        raise SystemExit(f"Not installed: {', '.join(missing)}; run script/bootstrap bench.")
