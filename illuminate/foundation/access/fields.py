"""Model fields whose database column holds only ciphertext.

A row with a `review_id` is locked with that review's key, any other row with the platform's. The text is bound to
its model, field and row, so a value copied to another row does not open.
"""

from datetime import date
from typing import Any

from django.db import models

from illuminate.foundation.access import keys


class Sealed(bytes):
    """Ciphertext as it came from the database, not yet opened."""


class _Opening:
    """Opens the ciphertext when the attribute is first read."""

    def __init__(self, field: "EncryptedTextField") -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type | None = None) -> Any:
        if instance is None:
            return self
        name = self.field.attname
        if name not in instance.__dict__:
            instance.refresh_from_db(fields=[name])
        value = instance.__dict__[name]
        if isinstance(value, Sealed):
            value = self.field.open(value, instance)
            instance.__dict__[name] = value
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedTextField(models.Field):  # type: ignore[type-arg]  # its words or none
    """Text that says who somebody is."""

    description = "Encrypted text"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", "")
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def get_internal_type(self) -> str:
        return "BinaryField"

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, self.attname, _Opening(self))

    def from_db_value(self, value: Any, *_: Any) -> Sealed | None:
        return None if value is None else Sealed(bytes(value))

    def to_python(self, value: Any) -> Any:
        return value

    def get_default(self) -> Any:
        return self.default() if callable(self.default) else self.default

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes | None:
        value = model_instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Sealed):
            return value
        return keys.encrypt(
            self.to_text(value).encode(), key=_key_for(model_instance), context=self._context(model_instance)
        )

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        return value if value is None else connection.Database.Binary(value)

    def open(self, sealed: Sealed, instance: models.Model) -> Any:
        plain = keys.decrypt(sealed, key=_key_for(instance), context=self._context(instance))
        return self.from_text(plain.decode())

    def _context(self, instance: models.Model) -> str:
        return f"{instance._meta.label_lower}.{self.attname}:{instance.pk}"

    def to_text(self, value: Any) -> str:
        return str(value)

    def from_text(self, text: str) -> Any:
        return text

    def value_from_object(self, obj: models.Model) -> Any:
        return getattr(obj, self.attname)


class EncryptedDateField(EncryptedTextField):
    """A day that says who somebody is: a birth, an exact death. `None` is not known."""

    description = "Encrypted date"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", None)
        kwargs.setdefault("null", True)
        super().__init__(*args, **kwargs)

    def to_text(self, value: Any) -> str:
        return value.isoformat() if isinstance(value, date) else date.fromisoformat(str(value)).isoformat()

    def from_text(self, text: str) -> date:
        return date.fromisoformat(text)


def _key_for(instance: models.Model) -> bytes:
    own = getattr(instance, "data_key", None)
    if own is not None:
        return bytes(own())
    review_id = getattr(instance, "review_id", None)
    return keys.review_key(review_id) if review_id else keys.platform_key()
