"""What is found in a text, and what is left alone."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from illuminate.engines.anonymise import Entry, Register, read_register
from illuminate.engines.anonymise.fold import fold
from illuminate.engines.anonymise.match import Matcher

from .build import register

MATCHER = Matcher(register())


def found(text: str, **how: bool) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.entry.pseudonym) for m in MATCHER.find(text, **how) if m.entry]


@pytest.mark.parametrize(
    ("text", "words", "pseudonym"),
    [
        ("She met Margaret Anne Holloway.", "Margaret Anne Holloway", "Louise"),
        ("MARGARET HOLLOWAY", "MARGARET HOLLOWAY", "Louise"),
        ("Holloway, Margaret (F)", "Holloway, Margaret", "Louise"),
        ("Margaret  \n Holloway", "Margaret  \n Holloway", "Louise"),
        ("Hollo-\nway came", "Hollo-\nway", "Louise"),
        ("Hollo\u00adway came", "Hollo\u00adway", "Louise"),
        ("Hol\u200bloway came", "Hol\u200bloway", "Louise"),
        ("Pryce-\nOkafor", "Pryce-\nOkafor", "Kate"),
        ("Pryce\u2011Okafor", "Pryce\u2011Okafor", "Kate"),
        ("Maggie’s car", "Maggie", "Louise"),
        ("Sian said", "Sian", "Kate"),
        ("Sia\u0302n said", "Sia\u0302n", "Kate"),
        ("told M.A.H. that", "M.A.H.", "Louise"),
        ("told MAH that", "MAH", "Louise"),
        ("told M.H. that", "M.H.", "Louise"),
        ("Mr Holloway", "Mr Holloway", "Mark"),
        ("the margaretholloway account", "margaretholloway", "Louise"),
        ("Margret Holoway was 39", "Margret Holoway", "Louise"),
        ("Mrs Hollaway said", "Mrs Hollaway", "Louise"),
        ("said Hollwoay", "Hollwoay", "Louise"),
        ("Det. Sgt. Iverson", "Iverson", "a detective sergeant"),
        ("MARSH had", "MARSH", "Neil"),
        ("at the Anchor", "the Anchor", "a public house"),
        ("at 14, Quarry Bank, NB4 7QX", "14, Quarry Bank, NB4 7QX", "the family home"),
        ("post to NB47QX", "NB47QX", "the family home"),
        ("at 14 Quarry Bank NB4 7QX", "14 Quarry Bank NB4 7QX", "the family home"),
        ("on 9th October 2021 she", "9th October 2021", "October 2021"),
        ("on 9.10.21 she", "9.10.21", "October 2021"),
        ("on 9 Oct 2021 she", "9 Oct 2021", "October 2021"),
        ("no 9990014213 is", "9990014213", ""),
        ("no 999-001-4213 is", "999-001-4213", ""),
        ("ring +44 7700 900 417 now", "+44 7700 900 417", ""),
        ("ring 07700900417 now", "07700900417", ""),
        ("NS 18 0021174", "NS 18 0021174", ""),
    ],
)
def test_finds(text: str, words: str, pseudonym: str) -> None:
    assert found(text) == [(words, pseudonym)]


@pytest.mark.parametrize(
    "text",
    [
        "a frosty morning",
        "the first frost of the year",
        "across the marsh",
        "she will mark the day",
        "Mark met Louise, and Ben came.",
        "Will the panel agree?",
        "It ended. Will they say so?",
        "in May 2021",
        "Since May she was followed; 3 May was worse.",
        "the anchor of the boat",
        "HMRC, CMHT and MHRA",
        "Marshalling the evidence",
        "Hollowed out",
        "19 October 2021 and 9 October 2022",
        "1999 001 42135",
        "Paul Robeson sang",
        "Frost et al., 2019",
        "(Marsh and Bell, 2014)",
        "the bus to Holloway Road",
        "Will you agree? May I? Frost formed.",
        "as the MAP shows, and PI claims",
        "Dr Imogen Ashdown chaired.",
        "mh",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert found(text) == []


def test_an_ordinary_word_is_a_name_where_it_is_written_as_one() -> None:
    assert found("Will's contact with his father") == [("Will", "Ben")]
    assert found("and Will said") == [("Will", "Ben")]
    assert found("with Frost in the lane") == [("Frost", "a neighbour")]
    assert found("and May said so") == [("May", "Ada")]


def test_capitals_mean_nothing_in_links_and_file_names() -> None:
    for text in ("dhr-holloway_v3.docx", "HollowayInterview", "interviewHolloway", "holloway2"):
        assert [pseudonym for _, pseudonym in found(text, is_name_like=True)] == ["Louise"]
    assert found("marsh_interview", is_name_like=True) == [("marsh", "Neil")]


def test_the_longest_form_wins() -> None:
    people = Register((Entry("person", "Ann Pryce", "Jean", "", ("Mrs Pryce",)), *register().entries))
    matches = Matcher(people).find("Mrs Pryce-Okafor")
    assert [(m.start, m.end) for m in matches] == [(4, 16)]


def test_a_pseudonym_with_a_real_name_in_it_stands() -> None:
    people = Register((Entry("person", "Ann Lee", "Hope Castle"), Entry("person", "Yvonne Castle", "Di")))
    assert Matcher(people).find("and Hope Castle said") == []


FAMILY = Register(
    (
        Entry("person", "Tom Ashgrove", "Neil", "father"),
        Entry("person", "Carol Ashgrove", "Di", "mother"),
        Entry("person", "Lily Ashgrove", "Ivy", "child"),
    )
)


@pytest.mark.parametrize(
    ("text", "pseudonym", "asks"),
    [
        ("Mrs Ashgrove came", "Di", ""),
        ("Mr Ashgrove came", "Neil", ""),
        (
            "Tom came. Carol Ashgrove wept; Ashgrove left.",
            "Di",
            "This could be Tom Ashgrove or Carol Ashgrove or Lily Ashgrove.",
        ),
        ("Ashgrove came", "Neil", "This could be Tom Ashgrove or Carol Ashgrove or Lily Ashgrove."),
        ("told Ashgrvoe that", "Neil", "This could be Tom Ashgrove or Carol Ashgrove or Lily Ashgrove."),
    ],
)
def test_of_several_the_title_or_the_last_named_is_meant_and_doubt_is_said(
    text: str, pseudonym: str, asks: str
) -> None:
    last = Matcher(FAMILY).find(text)[-1]
    assert last.entry is not None
    assert (last.entry.pseudonym, last.asks) == (pseudonym, asks)
    assert last.confidence < 0.8 or not asks


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Hope was lost.", False),
        ("Hope was born in May.", True),
        ("There is hope for her.", False),
        ("She told Hope about it.", True),
        ("the Hope Centre", False),
        ("Hope Hislop spoke", False),
        ("Bob Hope sang", False),
        ("Hope's bag", True),
        ("Hope said so.", True),
        ("HOPE FOR ALL", False),
        ("the Hope and Crown", False),
        ("Hope", True),
    ],
)
def test_a_name_that_is_a_word_is_decided_by_what_stands_around_it(text: str, is_name: bool) -> None:
    someone = Register((Entry("person", "Hope Tredwell", "Jo", "", ("Hope",)),))
    assert bool(Matcher(someone).find(text)) == is_name


TEXT = st.text(st.one_of(st.characters(), st.sampled_from("MHolway. -\n'’ŞıİßﬁMar")), max_size=60)


@given(TEXT, st.sampled_from(["Maggie", "Margaret Holloway", "Siân Pryce-Okafor", "NS/18/0021174"]), TEXT)
def test_offsets_lead_back_to_the_words(before: str, name: str, after: str) -> None:
    text = f"{before} | {name} | {after}"
    at = len(before) + 3
    assert (at, at + len(name)) in [(m.start, m.end) for m in MATCHER.find(text)]
    assert all(0 <= m.start < m.end <= len(text) for m in MATCHER.find(text))


@given(TEXT)
@example("İ")
@example("a-\u00ad\n\u0301b")
def test_folding_keeps_every_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.lower) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert folded.text[index] in fold(text[start:end]).text


@given(st.lists(st.sampled_from(["Maggie", "Craig", "WLPS", "x", "9 October 2021"]), max_size=8))
def test_findings_never_overlap_and_keep_the_order(words: list[str]) -> None:
    matches = MATCHER.find(" ".join(words))
    assert all(one.end <= other.start for one, other in pairwise(matches))
    assert len(matches) == len([word for word in words if word != "x"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("5.1 May was admitted in June.", ["May"]),
        ("3.4 May would not read the draft.", ["May"]),
        ("1.1 Will and Haf were not known.", ["Will", "Haf"]),
        ("1.1 Will and testament. Will you come? May I? On 5 May it rained.", []),
    ],
)
def test_a_month_and_a_verb_are_somebody_by_what_stands_beside_them(text: str, names: list[str]) -> None:
    people = "kind,real,pseudonym\nperson,May Holt,Louise\nperson,Will Holt,Tom\nperson,Haf Holt,Ann\n"
    assert [text[one.start : one.end] for one in Matcher(read_register(people)).find(text)] == names


def test_a_surname_that_is_a_post_of_the_church_is_no_title() -> None:
    matcher = Matcher(read_register("kind,real,pseudonym\nperson,DCI Graham Bishop,the officer\n"))
    assert [one.rule for one in matcher.find("Mr Bishop rang.")] != []
