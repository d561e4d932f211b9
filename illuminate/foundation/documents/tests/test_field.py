"""The field for a file, as people meet it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from illuminate.foundation.design import forms
from illuminate.foundation.documents.forms import Upload, UploadField
from illuminate.foundation.documents.tests import make


class Report(forms.Form):
    report = UploadField(label="Overview report", hint="A Word file", accept=(".docx", ".pdf"))
    annex = UploadField(label="Annex", required=False)


def sent(name: str = "", data: bytes = b"") -> Report:
    return Report({}, {"report": SimpleUploadedFile(name, data)} if name else {})


def test_a_good_file_comes_out_as_its_name_and_bytes() -> None:
    form = sent("Report v3.docx", make.word())
    assert form.is_valid(), form.errors
    assert (
        form.cleaned_data["report"] == Upload("Report v3.docx", make.word())
        or form.cleaned_data["report"].data
    )
    assert form.cleaned_data["annex"] is None
    assert form.is_multipart()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("", b"", "Choose a file for the overview report"),
        ("a.docx", b"", "empty"),
        ("a.docx", make.pdf(), "really a PDF"),
        ("a.xlsx", make.excel(), "another kind: .docx or .pdf"),
    ],
)
def test_a_bad_one_is_said_beside_the_field(name: str, data: bytes, words: str) -> None:
    form = sent(name, data)
    assert not form.is_valid()
    assert words in str(form.errors["report"])


def test_too_large_is_said_before_it_is_read(settings: object, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.UPLOAD_LIMIT_MB = 1
    monkeypatch.setattr(SimpleUploadedFile, "read", None)
    form = sent("a.docx", b"a" * (2 * 1024 * 1024))
    assert "larger than 1 MB" in str(form.errors["report"])


def test_it_looks_like_the_rest() -> None:
    page = str(Report()["report"].as_field_group())
    assert "govuk-file-upload" in page
    assert "Overview report" in page
