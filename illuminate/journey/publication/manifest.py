"""One digest for several files: what approvals and verdicts bind to."""

import hashlib
from collections.abc import Iterable


def manifest(files: Iterable[tuple[str, str]]) -> str:
    """The SHA-256 over the sorted lines "digest  kind", as `sha256sum` would write them."""
    lines = sorted(f"{digest}  {kind}\n" for digest, kind in files)
    return hashlib.sha256("".join(lines).encode()).hexdigest()
