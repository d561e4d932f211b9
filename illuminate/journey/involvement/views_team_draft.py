"""The team's pages about words: contributions, the draft's reading, comments and their answers, the publication."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from illuminate.foundation.access.drafts import autosave_url, with_draft
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.involvement import actions, forms_team, permissions, queries, shown
from illuminate.journey.involvement.actions.reading import reading_time
from illuminate.journey.involvement.views_team import ask, done, team_relative, team_review
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.blockers import Blocker
from illuminate.journey.reviews.web import trying


def words(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """What somebody has told the review, and what they wish for the name; reading it is recorded."""
    found = team_relative(request, slug, pk)
    standing = queries.standing_contributions(found)
    response = render(request, "involvement/words.html", shown.words(found))
    for one in standing:
        actions.read_contribution(contribution=one, by=request.user)
    return response


def note(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Write down what somebody said."""
    found = team_relative(request, slug, pk)
    form = forms_team.NoteForm(request.POST or None, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with trying(form) as outcome:
            actions.contribute(relative=found, text=given["text"], told=given["told"],
                               happened_on=given["happened_on"], by=request.user)  # fmt: skip
        if outcome.done:
            return done(request, found, "What they said has been kept.")
    return ask(request, found, "What they said", form, autosave=autosave_url(request))


def give(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Give a draft to read, after a look at what it says of other branches of the family."""
    found = team_relative(request, slug, pk)
    permissions.require_can_contact(found.review_id, by=request.user)
    drafts = Draft.objects.filter(pk__in=[draft.pk for draft in shown.newest(found.review)])
    context = shown.giving(found, request.user)
    form = forms_team.GiveForm(
        request.POST or None, drafts=drafts, branches=context["branches"], mentions=context["mentions"],
        initial={"until": reading_time(found.review, localdate()), "draft": drafts.first()},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.give_draft(relative=found, **form.given(), by=request.user)
        if outcome.done:
            return done(request, found, "The draft is in their own space.")
    return render(request, "involvement/give.html", {**context, "form": form})


def longer(request: SignedInRequest, slug: str, pk: UUID, reading: UUID) -> HttpResponse:
    """More time to read."""
    found = team_relative(request, slug, pk)
    theirs = queries.reading_or_404(found, reading)
    form = forms_team.LongerForm(request.POST or None, initial={"until": theirs.until})
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.lengthen_reading(reading=theirs, until=form.cleaned_data["until"], by=request.user)
        if outcome.done:
            return done(request, found, "They have longer to read.")
    return ask(request, found, "Give them longer to read", form)


def comments(request: SignedInRequest, slug: str) -> HttpResponse:
    """All comments of all families, those without an answer first."""
    review = team_review(request, slug)
    return render(request, "involvement/comments.html", shown.comments(review, request.user))


def answer(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    review = team_review(request, slug)
    found = queries.comment_or_404(review, pk, request.user)
    permissions.require_can_answer(review.pk, by=request.user)
    form = forms_team.AnswerForm(request.POST or None, initial=with_draft(request))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.answer_comment(comment=found, **form.cleaned_data, by=request.user)
        if outcome.done:
            messages.success(request, "Your answer is in their own space.")
            return redirect("involvement:comments", review.slug)
    context = shown.answering(review, found, form)
    return render(request, "involvement/answer.html", {**context, "autosave_url": autosave_url(request)})


def comment_note(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Write down what somebody said of the draft, by letter, by e-mail or in a conversation."""
    found = team_relative(request, slug, pk)
    reading = next(iter(queries.readings(found)), None)
    sections = queries.sections(reading) if reading else []
    form = forms_team.CommentNoteForm(request.POST or None, sections=sections, initial=with_draft(request))
    if reading and request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        section = next((one for one in sections if str(one.pk) == given["section"]), None)
        with trying(form) as outcome:
            actions.comment(reading=reading, section=section, text=given["text"],
                            happened_on=given["happened_on"], by=request.user)  # fmt: skip
        if outcome.done:
            return done(request, found, "The comment has been kept, and waits for its answer.")
    why = [] if reading else [Blocker("Give them the draft first.")]
    return ask(request, found, "What they said of the draft", form, why=why, autosave=autosave_url(request))


def told(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    found = team_relative(request, slug, pk)
    form = forms_team.ToldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with trying(form) as outcome:
            actions.record_told_of_publication(
                relative=found, how=given["how"] or "", why_not=given["why_not"] or "",
                happened_on=given["happened_on"], by=request.user,
            )  # fmt: skip
        if outcome.done:
            return done(request, found, "It has been recorded.")
    return ask(request, found, "Told of the publication", form)
