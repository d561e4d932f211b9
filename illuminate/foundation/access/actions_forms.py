"""The only writers of what was sent and of what was not sent yet."""

from uuid import UUID, uuid5

from django.db import connection
from django.utils import timezone

from illuminate.foundation.access.models import Draft, Submission, User

DRAFTS_LAST = 30  # days
SUBMISSIONS_LAST = 30


def claim(*, token: UUID, path: str, by: User) -> bool:
    """Take a form's token; False if it has been taken. While another request holds it, this waits for its end."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_submission (token, user_id, path, led_to, sent_at)"
            " VALUES (%s, %s, %s, '', clock_timestamp()) ON CONFLICT (token) DO NOTHING",
            [token, by.pk, path],
        )
        return bool(cursor.rowcount == 1)


def settle(*, token: UUID, led_to: str) -> None:
    """The form was taken, and led somewhere."""
    Submission.objects.filter(token=token).update(led_to=led_to)


def give_back(*, token: UUID) -> None:
    """The form was not taken: it may be sent again."""
    Submission.objects.filter(token=token).delete()


def keep_draft(*, path: str, text: str, title: str = "", by: User) -> None:
    """Keep what has been written so far, in place of what was kept before.

    Person and page make the row's id, to which its text is locked: two windows write the same row.
    """
    draft = Draft(pk=uuid5(by.pk, path), user=by, path=path, title=title, text=text, saved_at=timezone.now())
    Draft.objects.bulk_create(
        [draft], update_conflicts=True, unique_fields=["id"], update_fields=["title", "text", "saved_at"]
    )


def drop_draft(*, path: str, by: User) -> None:
    """The form was sent, or is not wanted any more."""
    Draft.objects.filter(user=by, path=path).delete()


def forget_old() -> int:
    """Every night: drafts and submissions after 30 days, sessions that have ended. Returns how many rows went."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT access_forget(make_interval(days => %s), make_interval(days => %s))",
            [DRAFTS_LAST, SUBMISSIONS_LAST],
        )
        return int(cursor.fetchone()[0])
