"""Asking once more before something is done to somebody's account."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from illuminate.foundation.access.models import User
from illuminate.foundation.access.refusals import trying
from illuminate.foundation.design import forms


@dataclass(frozen=True)
class Question:
    """What is to be done, what happens then, and what is said afterwards."""

    action: str
    title: str
    consequences: tuple[str, ...]
    button: str
    done: str
    variant: str = ""
    lead: str = ""

    def about(self, what: str) -> "Question":
        return replace(self, lead=what)


QUESTIONS = {
    "close": Question(
        "deactivate",
        "Close this account",
        (
            "they are signed out everywhere and can't sign in",
            "they see nothing of any review any more",
            "what they did stays on record under their name",
        ),
        "Close the account",
        "The account is closed.",
        "warning",
    ),
    "open": Question(
        "reactivate",
        "Open this account again",
        (
            "they can sign in as before",
            "they see again what their roles open, as far as these were not ended",
        ),
        "Open the account",
        "The account is open again.",
    ),
    "recover": Question(
        "recover",
        "Recover this account",
        (
            "they are signed out everywhere",
            "their password, authenticator app, passkeys and recovery codes stop working",
            "a new link goes to the account's own e-mail address, to choose a password and a second factor",
        ),
        "Recover the account",
        "The account is recovered. The e-mail is on its way.",
        "warning",
    ),
    "again": Question(
        "invite_again",
        "Invite again",
        ("a new link goes to their e-mail address", "the earlier link stops working"),
        "Send a new link",
        "Invited again. The e-mail is on its way.",
    ),
}
END_POST = Question(
    "end_post",
    "End this role",
    ("what this role opens closes for them at once", "what they did stays on record"),
    "End the role",
    "The role has ended.",
    "warning",
)


def ask(request: HttpRequest, question: Question, person: User, do: Callable[[], None]) -> HttpResponse:
    """The question; after the answer, what was done or why it wasn't."""
    form = forms.UniqueSubmission(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with trying(form) as outcome:
            do()
        if outcome.done:
            messages.success(request, question.done)
            return redirect("access:person", pk=person.pk)
    return render(request, "access/confirm.html", {"form": form, "question": question, "person": person})
