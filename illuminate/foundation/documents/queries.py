"""Reading stored files."""

from uuid import UUID

from django.db import connections
from django.db.models import QuerySet

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.documents.models import Document


def visible_to(user: User) -> QuerySet[Document]:
    return access.visible_to(user, Document.objects.all())


def unnamed(review_id: UUID, digests: list[str], *, using: str = "default") -> set[str]:
    """Which of the digests no document of the review has. Answers the worker's login only."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT * FROM documents_unnamed(%s, %s)", [review_id, digests])
        return {row[0] for row in cursor.fetchall()}
