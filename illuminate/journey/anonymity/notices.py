"""Who is told of a check. No name and no detail: a link."""

from django.urls import reverse

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.anonymity import queries
from illuminate.journey.anonymity.models import NEEDED, Check, Round


def checker_asked(check: Check, *, by: User) -> None:
    """The person who was asked gets a link to their own page; one e-mail a day, however many files."""
    same_day = Check.objects.filter(
        review=check.review, round=check.round, checker=check.checker, asked_on=check.asked_on
    )
    if same_day.exclude(pk=check.pk).exists():
        return
    context = {"reference": check.review.reference, "link": reverse("anonymity:check", args=[check.pk])}
    mailroom.email(
        to=check.checker, template="anonymity/mail/checker_asked.txt", context=context,
        compartment=check.compartment, by=by,
    )  # fmt: skip


def verdict_given(check: Check, *, by: User) -> None:
    """Those who asked learn that the verdicts are in, and only when they all are."""
    given = queries.verdicts(check.review, check.digest, check.round, user=by)
    if len(given) != NEEDED[Round(check.round)]:
        return
    link = reverse("anonymity:document", args=[check.review.slug, check.round, check.document_id])
    context = {"reference": check.review.reference, "link": link}
    for person in access.holders(check.compartment, Role.COORDINATOR, Role.INDEPENDENT_CHAIR):
        if person != by:
            mailroom.email(
                to=person, template="anonymity/mail/verdicts_in.txt", context=context,
                compartment=check.compartment, by=by,
            )  # fmt: skip
