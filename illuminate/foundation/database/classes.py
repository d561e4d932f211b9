"""Every model field is identifying, sensitive or plain.

identifying  says who somebody is: always encrypted
sensitive    tells of somebody's life or of the review's thinking: never in logs, left out of open exports
plain        can be read by whoever may read the row

Primary keys, relations and the moment of recording are plain without being listed.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class FieldClasses:
    identifying: frozenset[str]
    sensitive: frozenset[str]
    plain: frozenset[str]

    def named(self) -> list[str]:
        """Every name in every class, with repeats, so that a guard can find a field classed twice."""
        return [*self.identifying, *self.sensitive, *self.plain]


def classed(
    *,
    identifying: list[str] | None = None,
    sensitive: list[str] | None = None,
    plain: list[str] | None = None,
) -> FieldClasses:
    """The classes of a model's fields, written where the fields are."""
    return FieldClasses(frozenset(identifying or ()), frozenset(sensitive or ()), frozenset(plain or ()))
