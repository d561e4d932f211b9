"""allauth's pages under our addresses, each marked with who may open it, and what they change put on record."""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from allauth.usersessions import views as usersessions
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from illuminate.foundation.access.events import Event
from illuminate.foundation.access.middleware import before_second_factor, family_page, open_to_all
from illuminate.foundation.access.models import User
from illuminate.foundation.audit.actions import record

Answer = Callable[..., HttpResponse]


class _Recorded:
    """Puts on record what a form of allauth's has just changed about the account that is signed in."""

    event: Event

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]  # a half that allauth's views complete
        person: User = self.request.user  # type: ignore[attr-defined]  # a half that allauth's views complete
        record(self.event, person, by=person)
        return response


class SignIn(account.LoginView):  # type: ignore[misc]  # allauth has no types
    """Says too where else one can sign in."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        found["single_sign_on"] = settings.OIDC_NAME if settings.OIDC_URL else ""
        return found


class ChangePassword(account.PasswordChangeView):  # type: ignore[misc]  # allauth has no types
    """Only for who has one; the demo's people and those who use their organisation's sign-in have none."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not request.user.has_usable_password():
            raise Http404
        response: HttpResponse = super().dispatch(request, *args, **kwargs)
        return response


class SetUpApp(_Recorded, totp.ActivateTOTPView):  # type: ignore[misc]  # allauth has no types
    event = Event.SECOND_FACTOR_ADDED

    def get_success_url(self) -> str:
        return reverse("mfa_view_recovery_codes" if self.did_generate_recovery_codes else "mfa_index")


class RemoveApp(_Recorded, totp.DeactivateTOTPView):  # type: ignore[misc]  # allauth has no types
    event = Event.SECOND_FACTOR_REMOVED


class AddPasskey(_Recorded, webauthn.AddWebAuthnView):  # type: ignore[misc]  # allauth has no types
    event = Event.SECOND_FACTOR_ADDED

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """allauth forgets the form that came back with errors."""
        return {**super().get_context_data(**kwargs), **kwargs}


class RemovePasskey(_Recorded, webauthn.RemoveWebAuthnView):  # type: ignore[misc]  # allauth has no types
    event = Event.SECOND_FACTOR_REMOVED

    def form_valid(self, form: Any) -> HttpResponse:
        from allauth.mfa.adapter import get_adapter

        adapter = get_adapter()
        if not adapter.can_delete_authenticator(self.get_object()):
            form.add_error(None, adapter.validation_error("cannot_delete_authenticator"))
            answer: HttpResponse = self.form_invalid(form)
            return answer
        return super().form_valid(form)


class NewRecoveryCodes(_Recorded, codes.GenerateRecoveryCodesView):  # type: ignore[misc]  # allauth has no types
    event = Event.RECOVERY_CODES_MADE


class Sessions(_Recorded, usersessions.ListUserSessionsView):  # type: ignore[misc]  # allauth has no types
    event = Event.SESSIONS_ENDED

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found: dict[str, Any] = super().get_context_data(**kwargs)
        found["described"] = [(session, _browser(session.user_agent)) for session in found["sessions"]]
        return found


def _browser(said: str) -> str:
    """What a browser calls itself, in words; the first that fits wins, since each also claims to be the next."""
    programs = {"Edg": "Edge", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
    systems = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "Mac",
               "Linux": "Linux"}  # fmt: skip
    program = next((name for sign, name in programs.items() if sign in said), "An unknown browser")
    system = next((name for sign, name in systems.items() if sign in said), "an unknown system")
    return f"{program} on {system}"


sign_in: Answer = open_to_all(SignIn.as_view())
sign_in_second_step: Answer = open_to_all(mfa.AuthenticateView.as_view())
sign_in_by_passkey: Answer = open_to_all(webauthn.LoginWebAuthnView.as_view())
sign_out: Answer = family_page(before_second_factor(account.LogoutView.as_view()))
closed: Answer = open_to_all(account.AccountInactiveView.as_view())
prove_by_password: Answer = before_second_factor(account.ReauthenticateView.as_view())
prove_by_code: Answer = mfa.ReauthenticateView.as_view()
prove_by_passkey: Answer = webauthn.ReauthenticateWebAuthnView.as_view()
change_password: Answer = ChangePassword.as_view()
second_factor: Answer = before_second_factor(mfa.IndexView.as_view())
set_up_app: Answer = before_second_factor(SetUpApp.as_view())
remove_app: Answer = RemoveApp.as_view()
passkeys: Answer = webauthn.ListWebAuthnView.as_view()
add_passkey: Answer = before_second_factor(AddPasskey.as_view())
rename_passkey: Answer = webauthn.EditWebAuthnView.as_view()
remove_passkey: Answer = RemovePasskey.as_view()
recovery_codes: Answer = codes.ViewRecoveryCodesView.as_view()
new_recovery_codes: Answer = NewRecoveryCodes.as_view()
sessions: Answer = Sessions.as_view()


@open_to_all
def single_sign_on(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Leave for the organisation's own sign-in. Only by the button: a link could be anybody's."""
    if request.method != "POST":
        raise Http404
    response: HttpResponse = openid_connect.login(request, provider_id)
    return response


@open_to_all
def back_from_single_sign_on(request: HttpRequest, provider_id: str) -> HttpResponse:
    response: HttpResponse = openid_connect.callback(request, provider_id)
    return response
