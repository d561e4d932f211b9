"""Templates of messages: fit to be sent, or an error."""

from pathlib import Path

import pytest

from illuminate.foundation.mailroom import wording
from illuminate.foundation.mailroom.wording import BadTemplate


@pytest.fixture
def template(tmp_path: Path):
    def made(text: str) -> str:
        (tmp_path / "templates" / "new.txt").write_text(text)
        return "new.txt"

    return made


def test_the_first_line_is_the_subject(template) -> None:
    assert wording.email(template("Subject: A & B\n\nIt's {{ what }}\n"), {"what": "<here>"}) == (
        "A & B", "It's <here>\n",
    )  # fmt: skip


@pytest.mark.parametrize("text", ["Hello\n\nText", "Subject:\n\nText", "subject: x\n\nText", ""])
def test_without_a_subject_it_is_refused(template, text: str) -> None:
    with pytest.raises(BadTemplate, match="first line"):
        wording.email(template(text), {})


def test_without_a_text_it_is_refused(template) -> None:
    with pytest.raises(BadTemplate, match="no text"):
        wording.email(template("Subject: x\n\n  \n"), {})


def test_what_nobody_gave_is_an_error_not_a_gap(template) -> None:
    with pytest.raises(BadTemplate, match="“link”"):
        wording.email(template("Subject: x\n\nOpen {{ link }} now"), {})


def test_a_path_becomes_an_address_and_an_address_stays() -> None:
    assert wording.absolute("/reviews/") == "http://localhost:8000/reviews/"
    assert wording.absolute("https://example.org/x") == "https://example.org/x"


def test_the_programs_own_engine_finds_the_rooms_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert wording._engine().get_template("mailroom/outbox.html")
