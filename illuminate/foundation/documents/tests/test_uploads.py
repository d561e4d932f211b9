"""Uploads are held in memory, and no further than the limit."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import RequestFactory

from illuminate.foundation.documents.tests.test_field import Report

MEGABYTE = 1024 * 1024


@pytest.fixture(autouse=True)
def _no_folder_for_temporary_files(settings: object, tmp_path: Path) -> None:
    """Whatever would be written to the disk fails."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "missing")
    settings.UPLOAD_LIMIT_MB = 3


def posted(**files: bytes) -> dict[str, InMemoryUploadedFile]:
    sent = {name: SimpleUploadedFile(f"{name}.docx", data) for name, data in files.items()}
    return RequestFactory().post("/", sent).FILES


def test_a_large_file_comes_through_whole_without_touching_the_disk() -> None:
    data = bytes(range(256)) * 4096 * 2
    assert posted(report=data)["report"].read() == data


def test_what_is_over_the_limit_is_counted_and_forgotten() -> None:
    files = posted(report=b"a" * 4 * MEGABYTE)
    assert files["report"].size == 4 * MEGABYTE
    assert files["report"].read() == b""
    assert "larger than 3 MB" in str(Report({}, files).errors["report"])


def test_many_files_share_the_room() -> None:
    files = posted(annex=b"a" * 2 * MEGABYTE, report=b"a" * 2 * MEGABYTE)
    assert files["annex"].size == 2 * MEGABYTE
    assert files["report"].size > 3 * MEGABYTE
