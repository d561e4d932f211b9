"""A sum of reasons, each with its own weight, so that every finding can say why."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Weighed:
    """The sum, and each reason with its weight: what is said for it, and (below nought) against it."""

    total: float = 0.0
    reasons: dict[str, float] = field(default_factory=dict)

    def add(self, reason: str, weight: float) -> None:
        """Count a reason; one that weighs nothing is not named."""
        if weight:
            self.total += weight
            self.reasons[reason] = self.reasons.get(reason, 0.0) + weight
