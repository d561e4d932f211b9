"""The gate: what is frozen, what still blocks, and the publication itself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from illuminate.foundation.access.requests import SignedInRequest
from illuminate.journey.publication import actions, blockers, forms, permissions, queries, shown
from illuminate.journey.publication.models import FrozenReport
from illuminate.journey.reviews.models import Review
from illuminate.journey.reviews.web import page_read, trying


def gate(request: SignedInRequest, slug: str) -> HttpResponse:
    """Everything about publication on one page."""
    review = _core_review(request, slug)
    page_read(request, review, "publication")
    return render(request, "publication/gate.html", shown.gate(review, request.user))


def freeze(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _core_review(request, slug)
    permissions.require_can_freeze(review.pk, by=request.user)
    sources = queries.sources(review)
    form = forms.FreezeForm(
        request.POST or None, request.FILES or None, sources=sources, initial=shown.initial(review)
    )
    if request.method == "POST" and form.is_valid():
        died, summary = form.cleaned_data["died"], form.cleaned_data["summary"]
        files = form.chosen(sources, shown.made_plan(review, died, summary))
        with trying(form) as outcome:
            actions.freeze(review=review, documents=files, died=died, summary=summary, by=request.user)
        if outcome.done:
            messages.success(request, "The report is frozen. Ask two people to check exactly these files.")
            return redirect("publication:gate", slug)
    context = shown.form(review, "Freeze the report", form, "Freeze these files", blockers.to_prepare(review))
    return render(
        request, "publication/freeze.html", {**context, "sources": shown.taken_over(review, sources)}
    )


def page(request: SignedInRequest, slug: str) -> HttpResponse:
    """What the public page will say, as it is frozen."""
    review = _core_review(request, slug)
    frozen = _frozen_or_404(review)
    page_read(request, review, "publication.page")
    return render(request, "publication/page.html", shown.public_page(review, frozen))


def checkers(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ask two people to check everything that is frozen."""
    review = _core_review(request, slug)
    permissions.require_can_freeze(review.pk, by=request.user)
    frozen = _frozen_or_404(review)
    form = forms.CheckersForm(request.POST or None, people=queries.checkers(frozen))
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.ask_checkers(frozen=frozen, checkers=form.chosen(), by=request.user)
        if outcome.done:
            messages.success(request, "They have been asked, and each finds the files on their desk.")
            return redirect("publication:gate", slug)
    why_not = blockers.to_prepare(review) or blockers.to_have_checkers(form.known)
    context = shown.form(review, "Ask two people to check the files", form, "Ask them", why_not)
    return render(request, "design/form_page.html", context)


def date(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _core_review(request, slug)
    permissions.require_can_choose_date(review.pk, by=request.user)
    chosen = queries.date_of(review)
    initial = {"publish_on": chosen.publish_on, "despite": chosen.despite} if chosen else {}
    form = forms.DateForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            actions.choose_date(review=review, **form.cleaned_data, by=request.user)
        if outcome.done:
            messages.success(request, "The day is chosen. Everybody on the team who needs it has been told.")
            return redirect("publication:gate", slug)
    context = shown.form(
        review, "The day of publication", form, "Choose this day", blockers.to_prepare(review)
    )
    return render(request, "design/form_page.html", context)


def approve(request: SignedInRequest, slug: str) -> HttpResponse:
    """The chair of the partnership agrees to exactly these bytes."""
    review = _core_review(request, slug)
    permissions.require_can_approve(review.pk, by=request.user)
    frozen = _frozen_or_404(review)
    form = forms.FrozenForm(request.POST or None, initial={"frozen": frozen.pk})
    if request.method == "POST" and form.is_valid():
        seen = queries.frozen_or_404(review, form.cleaned_data["frozen"], request.user)
        with trying(form) as outcome:
            actions.approve(frozen=seen, by=request.user)
        if outcome.done:
            messages.success(request, "You have agreed to the publication of exactly these files.")
            return redirect("publication:gate", slug)
    context = shown.form(
        review, "Agree to publication", form, "Agree to publication", blockers.to_approve(frozen)
    )
    return render(request, "publication/approve.html", {**context, **shown.of_frozen(frozen)})


def release(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _core_review(request, slug)
    permissions.require_can_release(review.pk, by=request.user)
    frozen = _frozen_or_404(review)
    form = forms.FrozenForm(request.POST or None, initial={"frozen": frozen.pk})
    if request.method == "POST" and form.is_valid():
        seen = queries.frozen_or_404(review, form.cleaned_data["frozen"], request.user)
        with trying(form) as outcome:
            actions.release(frozen=seen, by=request.user)
        if outcome.done:
            messages.success(request, "The report is public.")
            return redirect("publication:gate", slug)
    why_not = [] if form.is_bound else blockers.to_release(frozen, on=localdate())
    context = shown.form(review, "Publish the report", form, "Publish now", why_not)
    consequences = [
        "Everybody can read the report, its files and its public page",
        "The chairs and the Home Office are told",
        "What the family wrote can’t be changed here any more",
    ]
    return render(request, "design/confirm.html", {**context, "consequences": consequences})


def take_down(request: SignedInRequest, slug: str) -> HttpResponse:
    review = _core_review(request, slug)
    permissions.require_can_take_down(review.pk, by=request.user)
    released = queries.release_of(review)
    if released is None:
        raise Http404
    form = forms.TakeDownForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        says = form.cleaned_data["says"] == "withdrawn"
        with trying(form) as outcome:
            actions.take_down(
                release=released, reason=form.cleaned_data["reason"], say_so=says, by=request.user
            )
        if outcome.done:
            messages.success(request, "The report is not public any more.")
            return redirect("publication:gate", slug)
    context = shown.form(review, "Take the report down", form, "Take it down", [])
    context |= {"submit_variant": "warning", "warning": shown.TAKE_DOWN_WARNING}
    return render(request, "publication/take_down.html", context)


def _core_review(request: SignedInRequest, slug: str) -> Review:
    review = queries.review_or_404(slug, request.user)
    permissions.require_can_read(review.pk, by=request.user)
    return review


def _frozen_or_404(review: Review) -> FrozenReport:
    frozen = queries.frozen_now(review)
    if frozen is None:
        raise Http404
    return frozen
