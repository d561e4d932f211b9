"""One's own account, the way into it by a link, and the demo's door."""

from uuid import UUID

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.core import ratelimit
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from illuminate.foundation.access import actions_invitations, demo, keys, navigation, queries_invitations
from illuminate.foundation.access.actions_sign_in import sign_in_for_demo
from illuminate.foundation.access.forms_sign_in import ForgottenForm, NewPasswordForm
from illuminate.foundation.access.middleware import open_to_all
from illuminate.foundation.access.models import Invitation, User
from illuminate.foundation.access.queries import posts_of
from illuminate.foundation.access.refusals import Refused
from illuminate.foundation.access.requests import SignedInRequest
from illuminate.foundation.access.roles import CARDS, Role

IN_SESSION = "invitation"


def account(request: SignedInRequest) -> HttpResponse:
    """Who one is here, and what can be changed about signing in."""
    roles = [f"{CARDS[Role(post.role)].name}, {post.organisation.name}" for post in posts_of(request.user)]
    return render(request, "access/account.html", {"person": request.user, "roles": roles})


@open_to_all
@never_cache
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The address in the e-mail. The token goes into the session, so that it stands in no page's address."""
    request.session[IN_SESSION] = actions_invitations.digest_of(token)
    return redirect("access:choose_password")


@open_to_all
@never_cache
def choose_password(request: HttpRequest) -> HttpResponse:
    """Behind the link: choose a password and be signed in; the second factor comes next."""
    found = queries_invitations.usable(request.session.get(IN_SESSION, ""))
    if found is None:
        return _not_usable(request)
    form = NewPasswordForm(request.POST or None, person=found.user)
    if request.method == "POST" and form.is_valid():
        try:
            return _accepted(request, found, form.cleaned_data["password"])
        except Refused:
            return _not_usable(request)
    return render(request, "access/choose_password.html", {"form": form, "person": found.user})


def _accepted(request: HttpRequest, found: Invitation, password: str) -> HttpResponse:
    person = actions_invitations.accept(invitation=found, password=password)
    if request.user.is_authenticated:
        request.session.flush()  # somebody else was signed in here
    request.session.pop(IN_SESSION, None)
    response: HttpResponse = perform_login(request, Login(user=person))
    return response


def _not_usable(request: HttpRequest) -> HttpResponse:
    return render(request, "access/invitation_over.html", status=410)


@open_to_all
def forgotten(request: HttpRequest) -> HttpResponse:
    """Ask for a new password. The answer is the same whether or not there is such an account."""
    form = ForgottenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        index = keys.blind_index(email, purpose="tries")
        limited: HttpResponse | None = ratelimit.consume_or_429(request, action="reset_password", key=index)
        if limited is not None:
            return limited
        actions_invitations.ask_new_password(email=email)
        return redirect("access:forgotten_sent")
    return render(request, "access/forgotten.html", {"form": form})


@open_to_all
def forgotten_sent(request: HttpRequest) -> HttpResponse:
    return render(request, "access/forgotten_sent.html")


@open_to_all
def signed_out(request: HttpRequest) -> HttpResponse:
    return render(request, "access/signed_out.html")


@open_to_all
@never_cache
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """The cast of the demo, each with a button. There is no such page where reviews are real."""
    if not demo.is_open():
        raise Http404
    return render(request, "access/demo_sign_in.html", {"cast": demo.cast(), "more": navigation.demo_links()})


@open_to_all
@require_POST
def demo_sign_in_as(request: HttpRequest, pk: UUID) -> HttpResponse:
    if not demo.is_open():
        raise Http404
    person = get_object_or_404(User, pk=pk, kind=User.Kinds.PERSON, is_active=True)
    sign_in_for_demo(request, person=person)
    return redirect(settings.LOGIN_REDIRECT_URL)
