"""Whatever the register says: every form that follows from it is found, in any dress, and where it stands."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from illuminate.engines.anonymise import Entry, Register
from illuminate.engines.anonymise.fold import fold
from illuminate.engines.anonymise.match import Matcher
from illuminate.engines.anonymise.variants import CAPITALS, Variant, tokens_of

from .build import register

FIRST = [
    "Margaret",
    "Siân",
    "Łukasz",
    "Mohammed",
    "Ngozi",
    "Harpreet",
    "Ruairí",
    "Zofia",
    "Ion",
    "Anne-Marie",
    "Tomasz",
]
MIDDLE = ["", "Elin", "Kaur", "Oluwaseun", "bin Yusuf", "Beth Ann"]
LAST = [
    "Tredwell",
    "O'Shaughnessy",
    "McAllendale",
    "al-Rashidi",
    "van der Berghe",
    "Nowakowska",
    "Quennell-Vyse",
    "Ó Briain",
]
OTHERS = ["", "Mrs Ollerenshaw", "Bunny", "Maddox Ollerenshaw"]
BODIES = ["Tern Hill Primary School", "St Olave's Surgery", "Vyse & Sons Ltd", "Quenby Housing Association"]
PLACES = ["14 Tredwell Road, QX4 7ZZ", "Flat 2, 9 St Olave's Avenue", "the Larkhurst Arms"]
AROUND = [
    "Later {} went there.",
    "They had told {}, who left.",
    "({})",
    "It was with {}.",
    "x\n{}\ny",
    "asked {}'s sister",
]
HIDDEN = ["\u00ad", "\u200b", "\u200c", "\u2060", "\ufeff", "\u200e", "\u0301"]


@st.composite
def people(draw: st.DrawFn) -> Entry:
    real = " ".join(
        part for part in (draw(st.sampled_from(names)) for names in (FIRST, MIDDLE, LAST)) if part
    )
    other = draw(st.sampled_from(OTHERS))
    return Entry("person", real, "Zed", "", (other,) if other else ())


ENTRIES = st.one_of(
    people(),
    st.sampled_from(BODIES).map(lambda name: Entry("organisation", name, "a body")),
    st.sampled_from(PLACES).map(lambda name: Entry("place", name, "a place")),
    st.dates().map(lambda day: Entry("date", f"{day:%d/%m/%Y}" if day.year > 999 else "01/02/2003", "then")),
    st.from_regex(r"[1-9]\d{2} \d{3} \d{4}", fullmatch=True).map(lambda text: Entry("identifier", text)),
)


def covered(entry: Entry, text: str, start: int, end: int) -> bool:
    """Whether everything of a span that tells something goes."""
    matches = [match for match in Matcher(Register((entry,))).find(text) if match.entry == entry]
    left = "".join(
        char
        for index, char in enumerate(text[start:end], start)
        if not any(match.start <= index < match.end for match in matches)
    )
    return not any(len(word) > 2 for word in tokens_of(left))


@settings(deadline=None)  # the first text loads the words of English
@given(ENTRIES, st.data(), st.sampled_from(AROUND))
def test_every_form_is_found_in_ordinary_surroundings(entry: Entry, data: st.DataObject, around: str) -> None:
    form: Variant = data.draw(st.sampled_from(Register((entry,)).variants()))
    assume(form.listed or form.rule not in CAPITALS)
    text = around.format(form.text)
    start = around.index("{")
    assert covered(entry, text, start, start + len(form.text)), (form, text)


@given(people(), st.data())
def test_a_listed_name_is_found_with_what_nobody_sees_in_it(entry: Entry, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([str.upper, str, str.title]))(entry.real)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(1, len(name) - 1))
        name = name[:at] + data.draw(st.sampled_from(HIDDEN)) + name[at:]
    before = data.draw(st.sampled_from(["told ", "– “", "Ünder\u00adneath: ", "\u202e", "ﬁrst, "]))
    (match,) = Matcher(Register((entry,))).find(f"{before}{name} and so on")
    found = f"{before}{name} and so on"[match.start : match.end]
    assert fold(found).lower.strip() == fold(name).lower.strip()


@given(people(), st.data())
def test_a_listed_name_is_found_broken(entry: Entry, data: st.DataObject) -> None:
    word = max(entry.real.split(), key=len)
    assume(len(word) > 5 and word.isalpha())
    at = data.draw(st.integers(2, len(word) - 2))
    gap = data.draw(st.sampled_from(["-\n", "-", "- \n ", "\u00ad\n", "\u2010\n"]))
    name = entry.real.replace(word, word[:at] + gap + word[at:])
    assert covered(entry, f"told {name} that", 5, 5 + len(name))


@given(people(), st.data())
def test_letters_set_apart_are_read_together(entry: Entry, data: st.DataObject) -> None:
    word = max(entry.real.split(), key=len)
    assume(len(word) > 4 and word.isalpha())
    apart = " ".join(word)
    assert covered(entry, f"told {apart} that", 5, 5 + len(apart))


@given(people(), st.data())
def test_a_slip_or_a_misreading_of_a_long_word_is_found(entry: Entry, data: st.DataObject) -> None:
    word = max(entry.real.split(), key=len)
    plain = fold(word).text
    assume(len(plain) > 6 and plain.isalpha())
    at = data.draw(st.integers(1, len(plain) - 2))
    wrong = data.draw(
        st.sampled_from(
            [
                plain[:at] + plain[at + 1 :],
                plain[:at] + plain[at] + plain[at:],
                plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :],
                plain.replace("l", "1"),
                plain.replace("o", "0"),
                plain.replace("m", "rn"),
            ]
        )
    )
    name = entry.real.replace(word, wrong)
    assert covered(entry, f"told {name} that", 5, 5 + len(name))


ANY = st.text(
    st.one_of(st.characters(), st.sampled_from("MHolwayg. -\n'’(ŞıİßﬁMar0139<|李\u200b\x7f\x02")), max_size=80
)
MATCHER = Matcher(register())


@given(ANY, st.booleans())
def test_any_text_is_read_and_nothing_overlaps(text: str, is_name_like: bool) -> None:
    matches = MATCHER.find(text, is_name_like=is_name_like)
    assert all(one.end <= other.start for one, other in pairwise(matches))
    assert all(0 <= match.start < match.end <= len(text) for match in matches)


@given(ANY, st.sampled_from(["Maggie", "Siân Pryce-Okafor", "999 001 4213", "9 October 2021"]), ANY)
def test_places_lead_back_whatever_stands_before(before: str, name: str, after: str) -> None:
    text = f"{before} | {name} | {after}"
    at = len(before) + 3
    assert (at, at + len(name)) in [(match.start, match.end) for match in MATCHER.find(text)]


@pytest.mark.parametrize(
    ("real", "text", "words"),
    [
        ("李美玲", "昨天李美玲女士来了", "李美玲"),
        ("陳 大文", "見陳大文先生", "陳大文"),
        ("김민수", "어제 김민수 씨", "김민수"),
        ("محمد العلي", "قال محمد العلي إن", "محمد العلي"),
        ("דוד כהן", "אמר \u200fדוד כהן\u200e כי", "דוד כהן"),
        ("Мария Иванова", "пришла Мария Иванова домой", "Мария Иванова"),
        ("Hannah Pope", "\u041d\u0430nn\u0430h P\u043ep\u0435 came", "\u041d\u0430nn\u0430h P\u043ep\u0435"),
        ("Hannah Pope", "Ｈａｎｎａｈ Ｐｏｐｅ came", "Ｈａｎｎａｈ Ｐｏｐｅ"),
    ],
)
def test_other_alphabets(real: str, text: str, words: str) -> None:
    matches = Matcher(Register((Entry("person", real, "Jo"),))).find(text)
    assert [text[match.start : match.end] for match in matches] == [words]
