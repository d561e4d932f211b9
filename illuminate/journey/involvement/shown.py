"""What the team's pages show: contexts for their templates. Titles hold pseudonyms, never names."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate, now

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.journey.involvement import blockers, branches, permissions, queries
from illuminate.journey.involvement.choices import State
from illuminate.journey.involvement.models import Comment, NamingWish, Relative, Step
from illuminate.journey.involvement.steps import codes_for
from illuminate.journey.report.models import Draft, DraftSection
from illuminate.journey.report.queries import latest_drafts
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.lifecycle import Stage
from illuminate.journey.reviews.models import Review

COLOURS = {State.ACCEPTED: "green", State.DECLINED: "grey", State.OFFERED: "blue", State.NOT_YET: "yellow"}


def page(review: Review, title: str, form: Any = None, *, inside: bool = True) -> dict[str, Any]:
    """A page about a review's families, and where it lies."""
    crumbs: list[Any] = [(review.title, reverse("desk:review", args=[review.slug]))]
    url = reverse("involvement:family", args=[review.slug])
    crumbs += [("Family", url)] if inside else []
    return {"review": review, "title": title, "caption": review.reference, "form": form, "cancel_url": url,
            "breadcrumbs": [*crumbs, title]}  # fmt: skip


def about(
    found: Relative, title: str, form: Any = None, *, submit: str = "Save", why: Iterable[Blocker] = ()
) -> dict[str, Any]:
    """A page about one relative; the days not to be in touch stand above everything."""
    url = reverse("involvement:relative", args=[found.review.slug, found.pk])
    context = page(found.review, title, form)
    crumbs = context["breadcrumbs"]
    return {
        **context,
        "relative": found,
        "caption": found.label,
        "breadcrumbs": [*crumbs[:-1], (found.label, url), title],
        "quiet_days": [day.words for day in queries.quiet_days(found)],
        "blockers": list(why),
        "submit_label": submit,
        "cancel_url": url,
    }


def counts(review: Review) -> dict[str, Any]:
    """For whoever signs off and may not see who takes part."""
    now_ = queries.standing(review)
    return {
        **page(review, "Family", inside=False),
        "pairs": [
            ("Taking part or asked", now_.relatives), ("Not yet written to", now_.not_told),
            ("Waiting for the draft", now_.wait_for_draft), ("Reading the draft", now_.reading),
            ("Comments without an answer", now_.unanswered),
        ],
    }  # fmt: skip


def family(review: Review, user: User) -> dict[str, Any]:
    with keys.holding(review.pk):
        rows = [(one, _progress(one), _next(one)) for one in queries.relatives(review, user)]
    return {
        **page(review, "Family", inside=False),
        "rows": rows,
        "unanswered": len(queries.unanswered_comments(review)),
        "may_contact": permissions.may_contact(review.pk, user),
        "approved": review.stage in (Stage.APPROVED, Stage.PUBLISHED),
    }


def _progress(one: Relative) -> str:
    codes = codes_for(one.closeness, one.draft_agreed)
    taken = sum(1 for code in codes if code in queries.current_steps(one))
    return f"{taken} of {len(codes)} steps offered or answered"


def _next(one: Relative) -> str:
    if not queries.was_told(one):
        return "Write to them first"
    quiet = queries.quiet_today(one, localdate())
    return "Not to be contacted today" if quiet else ""


def relative(found: Relative, user: User, *, contacts: bool) -> dict[str, Any]:
    link = queries.live_link(found)
    return {
        **about(found, found.label),
        "breadcrumbs": [*about(found, found.label)["breadcrumbs"][:-2], found.label],
        "caption": found.review.reference,
        "steps": [_step(found, code) for code in codes_for(found.closeness, found.draft_agreed)],
        "letters": [one for one in found.steps.select_related("document") if one.document_id],
        "wish": getattr(found, "contact_wish", None),
        "contacts": _contacts(found) if contacts else [],
        "link": link,
        "link_is_live": bool(link and link.is_live(now())),
        "link_blockers": blockers.to_give_link(found),
        "contributions": queries.standing_contributions(found),
        "readings": queries.readings(found),
        "comments": queries.comments(found),
        "told": getattr(found, "told_of_publication", None),
        "may_contact": permissions.may_contact(found.review_id, user),
        "today_quiet": queries.quiet_today(found, localdate()),
    }


def _step(found: Relative, code: Any) -> dict[str, Any]:
    step: Step | None = queries.current_steps(found).get(code)
    return {
        "name": code.label,
        "url": reverse("involvement:step", args=[found.review.slug, found.pk, code.value]),
        "state": step.get_state_display() if step else "Not offered yet",
        "colour": COLOURS[State(step.state)] if step else "grey",
        "records": [one for one in found.steps.all() if one.code == code],
    }


def _contacts(found: Relative) -> list[tuple[str, str]]:
    rows = [("Name", found.name), ("Who they are", found.relationship), ("Telephone", found.phone),
            ("Email", found.email), ("Address", found.address), ("They can ring", found.ring)]  # fmt: skip
    if found.responsible_adult:
        rows.append(("Parental responsibility", found.responsible_adult))
    return [(name, value or "Not recorded") for name, value in rows]


def link(found: Relative, path: str) -> dict[str, Any]:
    return {**about(found, "Their private link"), "address": f"{settings.PUBLIC_URL}{path}" if path else ""}


def withdrawing(found: Relative) -> dict[str, Any]:
    return {
        **about(found, "Withdraw their private link"),
        "consequences": ["The link stops working at once", "If they are reading now, their page closes",
                         "What they have written stays", "You can give them a new link at any time"],
        "submit_label": "Withdraw the link",
    }  # fmt: skip


def words(found: Relative) -> dict[str, Any]:
    naming = NamingWish.objects.filter(relative=found).first()
    return {
        **about(found, "What they have told us"),
        "contributions": queries.contributions(found),
        "naming": naming,
    }


def newest(review: Review) -> list[Draft]:
    return list(latest_drafts(review).values())


def giving(found: Relative, user: User) -> dict[str, Any]:
    """Giving the draft: what a machine finds in it of other branches, for a person to judge."""
    others = queries.relatives(found.review, user)
    drafts = newest(found.review)
    sections = DraftSection.objects.filter(draft__in=drafts).select_related("draft")
    why = [] if drafts else [Blocker("Upload the overview report first.")]
    with keys.holding(found.review_id):
        mentions = branches.mentions(found, others, sections)
    return {
        **about(found, "Give them the draft to read", submit="Give the draft", why=why),
        "branches": len({one.branch for one in others}),
        "mentions": mentions,
    }


def comments(review: Review, user: User) -> dict[str, Any]:
    rows = list(
        queries.visible_to(user, Comment.objects.filter(review=review, withdrawn_at=None)).select_related(
            "section", "reading__relative__entry", "reply"
        )
    )
    return {
        **page(review, "Comments on the draft"),
        "waiting": [one for one in rows if not hasattr(one, "reply")],
        "answered": [one for one in rows if hasattr(one, "reply")],
        "may_answer": permissions.may_answer(review.pk, user),
    }


def answering(review: Review, found: Comment, form: Any) -> dict[str, Any]:
    return {
        **about(
            found.reading.relative,
            "Answer a comment",
            form,
            submit="Send the answer",
            why=blockers.to_answer(found),
        ),
        "comment": found,
        "review": review,
        "cancel_url": reverse("involvement:comments", args=[review.slug]),
    }
