"""Long forms are kept as they are written, for the person who writes them, until they are sent.

A room's view:

    form = NotifyForm(request.POST or None, initial=with_draft(request))
    return render(request, "intake/notify.html", {"form": form, "autosave_url": autosave_url(request)})

`design/form_page.html` does the rest. When the form is taken (its POST answers with a redirect), the draft goes.
Files are never kept. A form with a prefix (a formset) is not restored.
"""

import json
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from illuminate.foundation.access import actions_forms, submissions
from illuminate.foundation.access.middleware import family_page
from illuminate.foundation.access.models import Draft, User
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.design.filters import moment

PAGE_TITLE = "page-title"
LONGEST_TITLE = 200
NOT_KEPT = {"csrfmiddlewaretoken", PAGE_TITLE}
DATE_PARTS = ("day", "month", "year")


def autosave_url(request: HttpRequest) -> str:
    """Where the page's script sends the form while it is being written."""
    return f"{reverse('access:drafts')}?{urlencode({'path': request.path})}"


def with_draft(request: HttpRequest) -> dict[str, Any]:
    """What was written in this page's form and not sent, as its initial data. Empty when there is nothing."""
    if request.method != "GET" or not isinstance(request.user, User):
        return {}
    draft = Draft.objects.filter(user=request.user, path=request.path).first()
    fields = restored(draft) if draft else {}
    if draft is None or _is_sent(fields):
        return {}
    when = moment(timezone.localtime(draft.saved_at))
    messages.info(request, f"What you wrote here until {when} is back on the page. It has not been sent.")
    return as_initial(fields)


def begun(user: User) -> list[Draft]:
    """What somebody has begun to write, on pages that are still there, and not sent; the newest first."""
    rows = list(Draft.objects.filter(user=user).order_by("-saved_at"))
    tokens = {draft.pk: _token(restored(draft)) for draft in rows}
    sent = submissions.sent_among(token for token in tokens.values() if token)
    return [draft for draft in rows if draft.title and _is_ours(draft.path) and tokens[draft.pk] not in sent]


def restored(draft: Draft) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(draft.text)
    return found


def as_initial(fields: dict[str, list[str]]) -> dict[str, Any]:
    """Posted names and values as a form's initial data: three boxes become one date, several ticks a list."""
    initial: dict[str, Any] = {}
    for name, values in fields.items():
        base, _, part = name.rpartition("-")
        if base and part in DATE_PARTS:
            initial.setdefault(base, {})[part] = values[-1]
        elif name != submissions.FIELD:
            initial[name] = values[0] if len(values) == 1 else values
    return initial


@submissions.may_repeat
@family_page
@require_POST
def keep(request: SignedInRequest) -> HttpResponse:
    """The page's script sends the form here every few seconds. 204: it is kept."""
    path = request.GET.get("path", "")
    if not _is_ours(path):
        return HttpResponseBadRequest("This is not a page that can be kept.", content_type="text/plain")
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in NOT_KEPT}
    if not _is_sent(fields):
        title = request.POST.get(PAGE_TITLE, "").strip()[:LONGEST_TITLE]
        actions_forms.keep_draft(path=path, text=json.dumps(fields), title=title, by=request.user)
    return HttpResponse(status=204)


@require_POST
def throw_away(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Somebody doesn't want what they have begun any more."""
    draft = get_object_or_404(Draft, pk=pk, user=request.user)
    actions_forms.drop_draft(path=draft.path, by=request.user)
    messages.success(request, "What you had begun has been thrown away.")
    return redirect(settings.LOGIN_REDIRECT_URL)


def _is_sent(fields: dict[str, list[str]]) -> bool:
    """A last save can arrive after the form itself: then there is nothing left to keep."""
    token = _token(fields)
    return token is not None and token in submissions.sent_among([token])


def _token(fields: dict[str, list[str]]) -> UUID | None:
    return submissions.as_token("".join(fields.get(submissions.FIELD, [])))


def _is_ours(path: str) -> bool:
    if len(path) > submissions.LONGEST_PATH or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return False
    try:
        resolve(path)
    except Resolver404:
        return False
    return path.startswith("/")
