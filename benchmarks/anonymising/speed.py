"""How long the register's matcher takes over a megabyte, slips included, beside a plain way to do the same.

.venv/bin/python -m benchmarks.anonymising.speed

Times are of the processor, not of the clock; the least of five runs on a text that was not read before. The plain way:
one regular expression of the same forms, and rapidfuzz over the distinct words of the text.
"""

import random
import re
import time
from collections.abc import Callable, Sequence, Sized
from functools import partial
from pathlib import Path

from illuminate.engines.anonymise import Entry, Register, read_register
from illuminate.engines.anonymise.match import Matcher

CASES = Path(__file__).parent / "cases"
SIZE = 1_000_000
RUNS = 5
SYLLABLES = tuple(f"{start}{end}" for start in "bdfghklmnprstvw" for end in ("el", "ar", "un", "os"))
FIRST = (
    "Margaret",
    "Thomas",
    "Zofia",
    "Harpreet",
    "Siân",
    "Mohammed",
    "Ngozi",
    "Joanna",
    "Ifeoma",
    "Ravi",
    "Meiling",
)


def main() -> None:
    """Print a line a register and a way."""
    texts = [made_text(seed) for seed in range(RUNS)]
    for register in (made_register(60), made_register(300)):
        print(f"{len(register.entries)} entries, {len(register.variants())} forms, {SIZE:,} characters")
        start = time.process_time()
        matcher = Matcher(register)
        print(f"  built in {(time.process_time() - start) * 1000:.0f} ms")
        matcher.find("Once, so that the words of English are there.")
        report("matcher", [partial(matcher.find, text) for text in texts])
        report("plain", [partial(Plain(register).find, text) for text in texts])


def report(name: str, runs: Sequence[Callable[[], Sized]]) -> None:
    """Run each once; the least time, and what was found in that run."""
    took, found = min(map(timed, runs))
    print(f"  {name:8s} {took:8.0f} ms   {found} found")


def timed(run: Callable[[], Sized]) -> tuple[float, int]:
    """Milliseconds of the processor, and how many were found."""
    start = time.process_time()
    found = len(run())
    return (time.process_time() - start) * 1000, found


def made_register(size: int) -> Register:
    """A register of two real cases' kinds of entry, filled up with invented people."""
    entries = list(read_register(CASES / "lark/register.csv").entries)[:size]
    chance = random.Random(size)
    while len(entries) < size:
        last = "".join(chance.choices(SYLLABLES, k=2)).capitalize()
        first = chance.choice(FIRST)
        entries.append(Entry("person", f"{first} {last}", f"Person {len(entries)}", "", (f"Mx {last}",)))
    return Register(tuple(entries))


def made_text(seed: int) -> str:
    """Paragraphs of the case's papers in another order, with words of their own so that no two runs are alike."""
    chance = random.Random(seed)
    paragraphs = [
        line
        for path in sorted((CASES / "lark/texts").glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if len(line) > 80
    ]
    text: list[str] = []
    size = 0
    while size < SIZE:
        own = "".join(chance.choices(SYLLABLES, k=3)).capitalize()
        text.append(f"{chance.choice(paragraphs)} {own} was there.")
        size += len(text[-1]) + 1
    return "\n".join(text)[:SIZE]


class Plain:
    """The same forms by one regular expression, and near words by rapidfuzz."""

    def __init__(self, register: Register) -> None:
        from rapidfuzz import process

        self._extract = process.extractOne
        forms = sorted({variant.text for variant in register.variants()}, key=len, reverse=True)
        self._exact = re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\b", re.IGNORECASE)
        self._words = sorted({word for one in register.variants() for word in one.tokens if len(word) > 4})

    def find(self, text: str) -> list[str]:
        """Forms and near words."""
        distinct = {word.lower() for word in re.findall(r"[^\W\d_]{5,}", text)}
        near = [word for word in distinct if self._extract(word, self._words, score_cutoff=88)]
        return [*self._exact.findall(text), *near]


if __name__ == "__main__":
    main()
