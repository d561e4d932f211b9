"""The form field for a file."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from illuminate.foundation.design.fields import FileField
from illuminate.foundation.documents import checks


@dataclass(frozen=True)
class Upload:
    """A file that was checked: its own name and its bytes."""

    name: str
    data: bytes = field(repr=False)


class UploadField(FileField):
    """One file, checked by what it holds. Its cleaned value is an `Upload`, or None if there is none."""

    def __init__(
        self, *, accept: tuple[str, ...] = (".docx", ".pdf"), also: checks.Also | None = None, **kwargs: Any
    ) -> None:
        self.accepted, self.also = tuple(accept), also
        super().__init__(accept=",".join(self.accepted), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Upload | None:
        """The file's name and bytes; too large is said before it is read."""
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > settings.UPLOAD_LIMIT_MB * 1024 * 1024:
            raise ValidationError(checks.too_large(), code="too_large")
        upload = Upload(checks.tidy_name(file.name), file.read())
        try:
            checks.check(upload.data, file.name, accept=self.accepted, also=self.also)
        except checks.NotAccepted as refusal:
            raise ValidationError(str(refusal), code="not_accepted") from refusal
        return upload
