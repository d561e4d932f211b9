"""How the pages speak (look.md, "Words"), and what no mail, file or address may hold."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.guards.house import PACKAGE, ROOT, named

PAGES = sorted([*PACKAGE.rglob("templates/**/*.html"), *PACKAGE.rglob("templates/**/*.txt")])
NEVER = (
    "the deceased", "the body", "committed suicide", "domestic dispute", "failed to engage", "please note",
    "click here", "lorem ipsum",
)  # fmt: skip
BINARY = {".docx", ".xlsx", ".xls", ".ods", ".pdf", ".png"}
STYLE_IN_PAGE = re.compile(
    r"\sstyle=|<style|\son(click|submit|change|load)=|<script(?![^>]*src=)", re.IGNORECASE
)
NAMES_IN_MAIL = re.compile(r"\{\{[^}]*(name|victim|subject|address|phone|born|circumstances|text)[^}]*\}\}")
OF_ORGANISATIONS = re.compile(r"\{\{\s*(organisation|partnership|agency)[^}]*\}\}")


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_pages_speak_plainly(page: Path) -> None:
    text = re.sub(r"\{[%#{].*?[%#}]\}|<[^>]+>", "", page.read_text(), flags=re.DOTALL)
    assert not [words for words in NEVER if words in text.lower()]
    assert "!" not in text.replace("<!", ""), "no exclamation marks"


@pytest.mark.parametrize("page", [page for page in PAGES if page.suffix == ".html"], ids=named)
def test_pages_hold_no_script_or_style_of_their_own(page: Path) -> None:
    assert not STYLE_IN_PAGE.search(page.read_text())


@pytest.mark.parametrize("mail", [page for page in PAGES if page.suffix == ".txt"], ids=named)
def test_mail_says_no_name_and_no_detail(mail: Path) -> None:
    assert (
        mail.read_text().startswith("Subject: ")
        or "sms" in mail.name
        or "text" in mail.name
        or "code" in mail.name
    )
    assert not NAMES_IN_MAIL.search(OF_ORGANISATIONS.sub("", mail.read_text()))


def test_no_file_names_this_machine_or_an_index() -> None:
    hosts = re.compile(r"--(extra-)?index-url|pypi\.org/simple|files\.pythonhosted|registry\.npmjs")
    folders = re.compile(r"(?<![\w.])/(work|root|home/\w+)/")
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    for path in (ROOT / name for name in listed):
        if path.is_file() and path.name != "test_words.py" and path.suffix not in BINARY:
            text = path.read_text(errors="ignore")
            assert not hosts.search(text), named(path)
            assert not folders.search(text), named(path)
