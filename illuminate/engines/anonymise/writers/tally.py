"""What a writer took out, counted and said in words."""

from collections import Counter


class Tally:
    """Counts by what it is called: one, several."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str]] = Counter()
        self._plain: dict[str, None] = {}

    def count(self, one: str, many: str, number: int = 1) -> None:
        """So many more of these."""
        if number:
            self._counts[one, many] += number

    def say(self, what: str) -> None:
        """Something that is not counted."""
        self._plain[what] = None

    def words(self) -> tuple[str, ...]:
        """In words, in the order of the first of each."""
        counted = [f"{number} {one if number == 1 else many}" for (one, many), number in self._counts.items()]
        return (*counted, *self._plain)
