"""Whatever forms of the register stand in a text: none is left, the rest stays, and a second time nothing changes."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from illuminate.engines.anonymise import apply

from .build import register, word

REGISTER = register()
FORMS = (
    "Maggie", "MAGGIE", "Mrs Holloway", "Margaret Holloway", "HOLLOWAY, Margaret", "Margaret Anne Holloway",
    "Holloway", "the Holloways", "Craig Marsh", "Marsh", "Mr Frost", "Frost's", "Siân", "Sian Pryce-Okafor",
    "Det Sgt Paul Iverson", "DS Iverson", "Willow Lane", "WLPS", "14 Quarry Bank", "the Anchor", "9 October 2021",
    "09/10/2021", "999 001 4213", "07700 900417", "NS/18/0021174", "maggie.h82@example.org", "Mag\u200bgie",
    "Hollo\u00adway", "Hollo-\nway", "Margaret\nHolloway", "M. Holloway", "Steve Holloway", "Stephen",
)  # fmt: skip
FILLERS = ("walked", "slowly", "past,", "kettle.", "rain;", "under", "(often)", "tea\n", "lamp\n\n", "blue\t")
_KEPT = {re.sub(r"\W", "", filler) for filler in FILLERS}
# Own search, by nothing that the engine uses: words of the register that are in no pseudonym.
_TELLS = re.compile(
    r"maggie|margaret|holl?oway|craig|marsh|frost|si[aâ]n|pryce|okafor|iverson|willow|wlps|quarry|anchor"
    r"|9 october|09/10|4213|900417|0021174|h82|stephen|steve"
)
_INVISIBLE = re.compile("[\u200b\u00ad]|-\n")

_texts = st.lists(st.one_of(st.sampled_from(FORMS), st.sampled_from(FILLERS)), max_size=20).map(" ".join)


def fillers_of(text: str) -> list[str]:
    return [found for found in re.findall(r"\w+", text) if found in _KEPT]


def has_nothing_left(text: str) -> bool:
    return _TELLS.search(_INVISIBLE.sub("", text).lower()) is None


@settings(deadline=None, max_examples=40)
@given(_texts)
def test_a_text(text: str) -> None:
    done = apply(text.encode(), "a.txt", REGISTER)
    copy = done.data.decode()
    assert has_nothing_left(copy)
    assert fillers_of(copy) == fillers_of(text)
    assert len(copy.split("\n")) == len(text.split("\n"))
    again = apply(done.data, "a.txt", REGISTER)
    assert (again.data, again.replaced) == (done.data, 0)


@settings(deadline=None, max_examples=10)
@given(st.lists(_texts.map(lambda text: text.replace("-\n", "").replace("\n", " ")), min_size=1, max_size=3))
def test_a_word_file(paragraphs: list[str]) -> None:
    from illuminate.engines.anonymise import readers

    def body(data: bytes) -> list[str]:
        return readers.read(data, "a.docx").parts["body"].paragraphs

    original = word(*paragraphs)
    done = apply(original, "a.docx", REGISTER)
    before, after = body(original), body(done.data)
    assert has_nothing_left(" ".join(after))
    assert [fillers_of(one) for one in after] == [fillers_of(one) for one in before]
    assert body(apply(done.data, "a.docx", REGISTER).data) == after
