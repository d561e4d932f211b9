"""Private links: given after the letter and only if wanted; opened with a code to the phone."""

from datetime import timedelta
from enum import StrEnum

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.audit.actions import record
from illuminate.foundation.mailroom import actions as mailroom
from illuminate.journey.involvement import blockers, links, notices, permissions
from illuminate.journey.involvement.actions.steps import offer_all
from illuminate.journey.involvement.choices import LinkWay
from illuminate.journey.involvement.events import Event
from illuminate.journey.involvement.models import PrivateLink, Relative
from illuminate.journey.reviews.blockers import refuse_if


class Entered(StrEnum):
    """What became of a code."""

    OPENED = "opened"
    WRONG = "wrong"
    OVER = "over"
    CLOSED = "closed"


@transaction.atomic
def give_link(*, relative: Relative, way: str, by: User) -> str:
    """Give a relative their private link, in place of any before. Returns its path: it is told once, never kept."""
    permissions.require_can_contact(relative.review_id, by=by)
    relative = (
        Relative.objects.select_for_update(of=("self",)).select_related("compartment").get(pk=relative.pk)
    )
    refuse_if(blockers.to_give_link(relative, way))
    person = _seat(relative, by)
    now, token = timezone.now(), links.new_token()
    PrivateLink.objects.filter(relative=relative, withdrawn_at=None).update(withdrawn_at=now, code_digest="")
    link = PrivateLink.objects.create(
        review_id=relative.review_id, compartment_id=relative.compartment_id, relative=relative, user=person,
        digest=links.digest_of(token), given_at=now, given_by=by, expires_at=now + timedelta(days=links.LINK_DAYS),
    )  # fmt: skip
    record(Event.LINK_GIVEN, link, by=by, detail={"way": way})
    path = reverse("involvement:link", args=[token])
    if way == LinkWay.EMAIL:
        notices.link_given(relative, link, path, by=by)
    return path


def _seat(relative: Relative, by: User) -> User:
    """The account behind the link: nameless, without a password, seated in its own branch only."""
    if relative.user is None:
        relative.user = User.objects.create_user(name="A relative or friend", kind=User.Kinds.FAMILY)
        relative.save(update_fields=["user"])
    seat = Seat(Role.FAMILY_MEMBER, user_id=relative.user.pk, branch=relative.branch)
    compartments.admit(review_id=relative.review_id, seat=seat, by=by)
    return relative.user


@transaction.atomic
def withdraw_link(*, relative: Relative, by: User) -> bool:
    """Close a relative's link at once, and whoever is reading behind it. False if there was none."""
    permissions.require_can_contact(relative.review_id, by=by)
    link = PrivateLink.objects.select_for_update().filter(relative=relative, withdrawn_at=None).first()
    if link is None:
        return False
    link.withdrawn_at, link.code_digest = timezone.now(), ""
    link.save(update_fields=["withdrawn_at", "code_digest"])
    record(Event.LINK_WITHDRAWN, link, by=by)
    return True


@transaction.atomic
def send_code(*, link: PrivateLink, by: User) -> None:
    """Send a new code to the relative's phone. `by` is the account behind the link: nobody is signed in yet."""
    permissions.require_own(link.relative, by=by)
    link = (
        PrivateLink.objects.select_for_update(of=("self",))
        .select_related("relative__compartment")
        .get(pk=link.pk)
    )
    now, code = timezone.now(), links.new_code()
    refuse_if(blockers.to_send_code(link, now))
    if link.codes_since is None or now - link.codes_since >= links.HOUR:
        link.codes_since, link.codes_sent = now, 0
    link.codes_sent += 1
    link.code_digest, link.code_tries = links.code_digest(code, link.pk), 0
    link.code_sent_at, link.code_expires_at = now, now + links.CODE_MINUTES
    link.save(update_fields=["codes_since", "codes_sent", "code_digest", "code_tries", "code_sent_at",
                             "code_expires_at"])  # fmt: skip
    relative = link.relative
    mailroom.text(phone=relative.phone, template="involvement/mail/code.txt", context={"code": code},
                  compartment=relative.compartment, by=by)  # fmt: skip
    record(Event.CODE_SENT, link, by=by)


@transaction.atomic
def enter_code(*, link: PrivateLink, code: str, by: User) -> Entered:
    """Try a code. It opens once, within its time and tries. A wrong one is counted, so nothing is raised."""
    permissions.require_own(link.relative, by=by)
    link = (
        PrivateLink.objects.select_for_update(of=("self",))
        .select_related("relative__compartment")
        .get(pk=link.pk)
    )
    now = timezone.now()
    if not link.is_live(now):
        return Entered.CLOSED
    if not link.code_digest or link.code_expires_at is None or link.code_expires_at <= now:
        return Entered.OVER
    digits = "".join(sign for sign in code if sign.isdigit())
    if not links.same(links.code_digest(digits, link.pk), link.code_digest):
        return _wrong(link, by)
    link.code_digest, link.last_opened_at = "", now
    link.save(update_fields=["code_digest", "last_opened_at"])
    offer_all(relative=link.relative, by=by)
    record(Event.LINK_OPENED, link, by=by)
    return Entered.OPENED


def _wrong(link: PrivateLink, by: User) -> Entered:
    link.code_tries += 1
    link.wrong_codes += 1
    over = link.code_tries >= links.TRIES
    closed = link.wrong_codes >= links.WRONG_CODES_CLOSE
    if over or closed:
        link.code_digest = ""
    if closed:
        link.withdrawn_at = timezone.now()
        notices.link_closed(link.relative, by=by)
    link.save(update_fields=["code_tries", "wrong_codes", "code_digest", "withdrawn_at"])
    record(Event.CODE_WRONG, link, by=by, detail={"tries": link.code_tries, "closed": closed})
    return Entered.CLOSED if closed else Entered.OVER if over else Entered.WRONG
