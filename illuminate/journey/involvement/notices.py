"""Who is told of what passes between a family and the review. Never a name, never a word of what was said."""

from django.urls import reverse
from django.utils.timezone import localtime

from illuminate.foundation.access import queries as access
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.design.days import long_day
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.involvement import permissions
from illuminate.journey.involvement.choices import Way
from illuminate.journey.involvement.models import ContactWish, PrivateLink, Relative


def family_wrote(relative: Relative, *, by: User) -> None:
    """The independent chair, or until there is one the coordinator, learns that something waits to be read."""
    _tell_team(relative, "involvement/mail/family_wrote.txt", by)


def words_taken_back(relative: Relative, *, by: User) -> None:
    """Whoever writes the report must look whether it still uses them."""
    _tell_team(relative, "involvement/mail/words_taken_back.txt", by, Role.REPORT_AUTHOR)


def link_closed(relative: Relative, *, by: User) -> None:
    """Too many wrong codes: somebody else may have the link."""
    _tell_team(relative, "involvement/mail/link_closed.txt", by, Role.COORDINATOR)


def link_given(relative: Relative, link: PrivateLink, path: str, *, by: User) -> None:
    """The one e-mail that holds the link."""
    context = {"link": path, "until": long_day(localtime(link.expires_at).date())}
    mailroom.email_address(address=relative.email, template="involvement/mail/private_link.txt", context=context,
                           compartment=relative.compartment, by=by)  # fmt: skip


def something_new(relative: Relative, *, by: User) -> None:
    """A relative with a link learns that there is something to read, if they want e-mails at all."""
    live = PrivateLink.objects.filter(relative=relative, withdrawn_at=None).exists()
    wish = ContactWish.objects.filter(relative=relative).first()
    wants_mail = wish is None or not wish.ways or Way.EMAIL.value in wish.ways.split(",")
    if live and relative.email and wants_mail:
        mailroom.email_address(address=relative.email, template="involvement/mail/something_new.txt", context={},
                               compartment=relative.compartment, by=by)  # fmt: skip


def _tell_team(relative: Relative, template: str, by: User, *also: Role) -> None:
    if permissions.is_team(relative.review_id, by):
        return
    cover = relative.compartment
    people = access.holders(cover, Role.INDEPENDENT_CHAIR, *also) or access.holders(cover, Role.COORDINATOR)
    context = {"reference": cover.reference, "link": reverse("involvement:from_mail", args=[relative.pk])}
    for person in people:
        mailroom.email(to=person, template=template, context=context, compartment=cover, by=by)
