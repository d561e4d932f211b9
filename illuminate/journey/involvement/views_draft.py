"""Reading the draft in private: chapter by chapter, with a place to write beside each section."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.involvement import actions, blockers, forms_family, queries, shown_family, space
from illuminate.journey.involvement.models import Comment, DraftReading, ReadingSection, Relative
from illuminate.journey.involvement.space import own_space, show
from illuminate.journey.reviews.queries import stage_of
from illuminate.journey.reviews.web import trying


@own_space
def drafts(request: SignedInRequest, relative: Relative) -> HttpResponse:
    """What there is to read."""
    found = queries.readings(relative)
    return show(
        request, relative, "drafts", "Read the draft report", readings=found, **shown_family.answers(relative)
    )


@own_space
def contents(request: SignedInRequest, relative: Relative, pk: UUID) -> HttpResponse:
    reading = queries.reading_or_404(relative, pk)
    return show(
        request, relative, "contents", "The draft report", back="drafts", **shown_family.contents(reading)
    )


@own_space
def chapter(request: SignedInRequest, relative: Relative, pk: UUID, number: int) -> HttpResponse:
    """One chapter; reading it is recorded."""
    reading = queries.reading_or_404(relative, pk)
    sections, before, following = shown_family.chapter(reading, number)
    if not sections:
        raise Http404
    actions.open_chapter(reading=reading, number=number, by=request.user)
    context: dict[str, Any] = {
        "reading": reading, "before": before, "following": following,
        "parts": _beside(request, sections),
        "fixed": blockers.to_change_words(stage_of(relative.review_id)),
        "back": reverse("involvement:contents", args=[reading.pk]),
    }  # fmt: skip
    return show(request, relative, "chapter", sections[0].heading, **context)


def _beside(request: SignedInRequest, sections: list[ReadingSection]) -> list[dict[str, Any]]:
    """The sections, each with its own place to write, which saves as it goes to a page of its own."""
    urls = {
        one: reverse("involvement:comment_section", args=[one.reading_id, one.number]) for one in sections
    }
    begun = queries.begun(request.user, list(urls.values()))
    return [
        {
            "section": section,
            "url": url,
            "form": forms_family.CommentForm(auto_id=f"part-{section.number}-%s"),
            "autosave_url": space.keeps(request, url),
            "begun": url in begun,
        }
        for section, url in urls.items()
    ]


@own_space
def comment_section(request: SignedInRequest, relative: Relative, pk: UUID, number: int) -> HttpResponse:
    """Write beside one section."""
    reading = queries.reading_or_404(relative, pk)
    section = get_object_or_404(ReadingSection.objects.filter(reading=reading), number=number)
    back = (
        reverse("involvement:chapter", args=[reading.pk, _chapter_of(reading, number)]) + f"#section-{number}"
    )
    return _write(request, relative, reading, section, back)


@own_space
def comment_whole(request: SignedInRequest, relative: Relative, pk: UUID) -> HttpResponse:
    """Write about the whole of it."""
    reading = queries.reading_or_404(relative, pk)
    return _write(request, relative, reading, None, reverse("involvement:contents", args=[reading.pk]))


def _write(
    request: SignedInRequest,
    relative: Relative,
    reading: DraftReading,
    section: ReadingSection | None,
    back: str,
) -> HttpResponse:
    form = forms_family.CommentForm(request.POST or None, initial=space.kept(request))
    if section is None:
        form.fields["text"].label = "What would you like to say about the draft as a whole?"
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.comment(reading=reading, section=section, text=form.cleaned_data["text"], by=request.user)
        if outcome.done:
            messages.success(request, "Thank you. You will get a written answer to this.")
            return redirect(back)
    title = section.heading if section else "The draft as a whole"
    return show(request, relative, "beside", title, back=back, form=form, section=section, skip_url=back,
                autosave_url=space.keeps(request), submit_label="Send it to us")  # fmt: skip


@own_space
def comment_change(request: SignedInRequest, relative: Relative, pk: UUID) -> HttpResponse:
    found = _own(relative, pk)
    initial = {"text": found.text, "seen": found.revision, **space.kept(request)}
    form = forms_family.CommentForm(request.POST or None, initial=initial)
    form.fields["text"].label = "Change what you wrote"
    back = _place(found)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with trying(form) as outcome:
            actions.change_comment(
                comment=found, seen=given["seen"] or 0, text=given["text"], by=request.user
            )
        if outcome.done:
            messages.success(request, "It has been changed.")
            return redirect(back)
    return show(request, relative, "beside", found.about, back=back, form=form, section=found.section, skip_url=back,
                autosave_url=space.keeps(request), submit_label="Save the change")  # fmt: skip


@own_space
def comment_back(request: SignedInRequest, relative: Relative, pk: UUID) -> HttpResponse:
    found = _own(relative, pk)
    form = forms_family.TakeBack(request.POST or None, initial={"seen": found.revision})
    back = _place(found)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.withdraw_comment(comment=found, seen=form.cleaned_data["seen"], by=request.user)
        if outcome.done:
            messages.success(request, "You have taken it back. We no longer have it.")
            return redirect(back)
    return show(request, relative, "take_back", "Take back what you wrote", back=back, form=form, text=found.text,
                submit_label="Take it back", skip_url=back)  # fmt: skip


@own_space
def finished(request: SignedInRequest, relative: Relative, pk: UUID) -> HttpResponse:
    """Say that they have read as much as they want."""
    reading = queries.reading_or_404(relative, pk)
    back = reverse("involvement:contents", args=[reading.pk])
    if request.method == "POST":
        actions.finish_reading(reading=reading, by=request.user)
        messages.success(
            request, "Thank you for reading. You will get a written answer to everything you wrote."
        )
        return redirect("involvement:drafts")
    return show(request, relative, "finished", "Have you finished?", back=back, reading=reading)


@own_space
def answers(request: SignedInRequest, relative: Relative) -> HttpResponse:
    """Everything they wrote about the draft, with the written answers."""
    return show(request, relative, "answers", "What you wrote, and our answers", back="drafts",
                **shown_family.answers(relative))  # fmt: skip


def _own(relative: Relative, pk: UUID) -> Comment:
    rows = Comment.objects.filter(reading__relative=relative, withdrawn_at=None)
    return get_object_or_404(rows.select_related("section", "reading"), pk=pk)


def _place(found: Comment) -> str:
    if found.section is None:
        return reverse("involvement:contents", args=[found.reading_id])
    number = found.section.number
    return reverse("involvement:chapter", args=[found.reading_id, _chapter_of(found.reading, number)]) + (
        f"#section-{number}"
    )


def _chapter_of(reading: DraftReading, number: int) -> int:
    """The chapter in which a section lies."""
    before = ReadingSection.objects.filter(reading=reading, number__lte=number)
    chapter = before.filter(level=1).order_by("-number").first() or before.order_by("number").first()
    return chapter.number if chapter else number
