"""Uploads stay in memory until they are stored, so that no file of a case is ever on a disk in the clear."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class InMemory(FileUploadHandler):
    """Keeps up to the upload limit a request. What is over it is counted and forgotten: its field says so."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = settings.UPLOAD_LIMIT_MB * 1024 * 1024

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.content, self.whole = BytesIO(), True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if len(raw_data) > self.room:
            self.content, self.whole = BytesIO(), False
        if self.whole:
            self.content.write(raw_data)
            self.room -= len(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """A file that did not fit is said to be too large, however it came that there was no room."""
        limit = settings.UPLOAD_LIMIT_MB * 1024 * 1024
        self.content.seek(0)
        return InMemoryUploadedFile(
            file=self.content,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size if self.whole else max(file_size, limit + 1),
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
