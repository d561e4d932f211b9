"""Letters from Word templates."""

import io
from pathlib import Path

import docx
import pytest
from jinja2.exceptions import SecurityError, UndefinedError

from illuminate.foundation.documents import checks, letters
from illuminate.foundation.documents.tests import make


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A letter's template with these words, in a room's folder."""
    monkeypatch.setattr(letters, "get_app_template_dirs", lambda _: [tmp_path])

    def made(text: str) -> str:
        document = docx.Document()
        document.core_properties.author = "Marian Lofthouse"
        document.core_properties.title = "Margaret Holloway"
        document.add_paragraph(text)
        (tmp_path / "room").mkdir(exist_ok=True)
        document.save(tmp_path / "room" / "letter.docx")
        return "room/letter.docx"

    return made


def words(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def test_facts_take_their_places_as_they_were_written(write) -> None:
    letter = letters.fill(
        write("Dear {{ to }}, {{ reasons }}"), {"to": "A & B <ltd>", "reasons": "First\nSecond"}
    )
    assert words(letter) == "Dear A & B <ltd>, First\nSecond"
    assert checks.check(letter, "letter.docx")


def test_it_names_nobody_as_its_author(write) -> None:
    properties = docx.Document(io.BytesIO(letters.fill(write("Dear all"), {}))).core_properties
    assert properties.author == properties.title == properties.last_modified_by == properties.comments == ""
    assert properties.revision == 1


def test_a_missing_fact_is_an_error_not_a_blank(write) -> None:
    with pytest.raises(UndefinedError, match="decision"):
        letters.fill(write("We decided {{ decision }}"), {})


def test_a_template_cannot_run_code(write) -> None:
    with pytest.raises(SecurityError):
        letters.fill(write("{{ to.__class__.__mro__ }}"), {"to": "x"})


@pytest.mark.parametrize("name", ["room/none.docx", "../../../etc/hostname"])
def test_a_template_that_no_room_has_is_named(write, name: str) -> None:
    write("x")
    with pytest.raises(FileNotFoundError, match="No room has"):
        letters.fill(name, {})


def test_what_is_made_is_a_word_file() -> None:
    assert make.word().startswith(b"PK")
