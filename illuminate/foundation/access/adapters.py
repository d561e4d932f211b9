"""How sign-in behaves here: nobody signs up, every try is recorded, and no address or secret is kept in the clear."""

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from illuminate.foundation.access import keys
from illuminate.foundation.access.actions_sign_in import (
    record_failed_sign_in,
    record_sign_in,
    record_sign_out,
)
from illuminate.foundation.access.events import Event
from illuminate.foundation.access.models import User
from illuminate.foundation.access.queries import has_second_factor
from illuminate.foundation.audit.actions import record

NOT_ACCEPTED = "This was not accepted. Enter the code that your app shows now, or use your passkey again."
SINGLE_SIGN_ON = "by_single_sign_on"
MESSAGES = {
    "account/messages/password_changed.txt": "Your password is changed. Your other sessions have ended.",
    "mfa/messages/totp_activated.txt": "Your authenticator app is set up.",
    "mfa/messages/totp_deactivated.txt": "Your authenticator app is removed.",
    "mfa/messages/webauthn_added.txt": "Your passkey is added.",
    "mfa/messages/webauthn_removed.txt": "Your passkey is removed.",
    "usersessions/messages/sessions_logged_out.txt": "Your other sessions have ended.",
}
"""What is said after something was done; allauth's other messages say nothing that the page does not show."""


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The e-mail address or the password is not right. Check both and try again.",
        "incorrect_password": "The password is not right. Try again.",
        "incorrect_code": NOT_ACCEPTED,
        "too_many_login_attempts": "There were too many tries. Wait 5 minutes, then try again.",
        "rate_limited": "There were too many tries. Wait a few minutes, then try again.",
        "enter_current_password": "This is not your present password. Try again.",
    }

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        text = kwargs.get("message") or MESSAGES.get(message_template or "")
        if text:
            messages.add_message(request, level, text)

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        record_failed_sign_in(User.objects.by_email(credentials.get("email", "")), how="password")

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        if user.kind != User.Kinds.PERSON:
            return redirect("account_login")
        answer: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return answer

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        """Whoever has just signed in need not prove it again for a while: to set up a second factor, say."""
        record_authentication(request, user, method="password", reauthenticated=True)
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        how = "single sign-on" if request.session.pop(SINGLE_SIGN_ON, False) else "password or passkey"
        record_sign_in(user, how=how)
        return answer

    def logout(self, request: HttpRequest) -> None:
        if isinstance(request.user, User):
            record_sign_out(request.user)
        super().logout(request)

    def set_password(self, user: User, password: str) -> None:
        super().set_password(user, password)
        record(Event.PASSWORD_CHANGED, user, by=user)

    def reauthenticate(self, user: User, password: str) -> bool:
        """Asked once more for the password, before something is changed that sign-in depends on."""
        request = context.request
        self.pre_authenticate(request, email=user.email)
        if user.check_password(password):
            self._rollback_login_failed_rl_usage()
            return True
        record(Event.SIGN_IN_FAILED, user, by=user, detail={"how": "password again", "known": True})
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Tries are counted under a keyed digest, so that the cache tells nobody who has tried."""
        return keys.blind_index(str(credentials.get("email", "")), purpose="tries")


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": NOT_ACCEPTED,
        "cannot_delete_authenticator": "This is your only second factor. Set up another before you remove it.",
        "cannot_generate_recovery_codes": "Set up a second factor first.",
    }

    def encrypt(self, text: str) -> str:
        sealed = keys.encrypt(text.encode(), key=keys.platform_key(), context="second factor")
        return base64.b64encode(sealed).decode()

    def decrypt(self, encrypted_text: str) -> str:
        sealed = base64.b64decode(encrypted_text)
        return keys.decrypt(sealed, key=keys.platform_key(), context="second factor").decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """A person is never left without a second factor."""
        return has_second_factor(authenticator.user, but=authenticator.pk)

    def generate_authenticator_name(self, user: User, type: Any) -> str:  # noqa: A002 - allauth's own word
        count = Authenticator.objects.filter(user=user, type=type).count()
        return f"Passkey {count + 1}"

    def _get_user_identifier(self, user: User) -> str:
        """What an authenticator app calls the account, on the person's own phone."""
        return str(user.email)

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        return {"id": user.pk.hex.encode(), "display_name": user.name, "name": user.email}

    def _get_site_name(self) -> str:
        return "Illuminate"


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """An organisation's own sign-in (OpenID Connect, for example Microsoft Entra) opens an account that exists.

    The account is found by the address that the organisation vouches for, anew each time; nothing about the
    person there is kept here, and no account is ever made. The second factor is asked for as always.
    """

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        from allauth.account.utils import perform_login

        person = _person_behind(sociallogin)
        if person is None:
            record_failed_sign_in(None, how="single sign-on")
            messages.error(request, "No account here has the address that your organisation gave.")
            raise ImmediateHttpResponse(redirect("account_login"))
        request.session[SINGLE_SIGN_ON] = True
        raise ImmediateHttpResponse(
            perform_login(request, person, redirect_url=sociallogin.get_redirect_url(request))
        )


def _person_behind(sociallogin: Any) -> User | None:
    """The active account whose address the organisation has verified.

    `email_verified` is OpenID Connect's word for it; Entra says `xms_edov` ("e-mail domain owner verified").
    """
    told = sociallogin.account.extra_data
    claims = {**told.get("id_token", {}), **told.get("userinfo", {})} or told
    if claims.get("email_verified") is not True and claims.get("xms_edov") not in (True, 1, "1", "true"):
        return None
    person = User.objects.by_email(str(claims.get("email", "")))
    return person if person and person.is_active and person.kind == User.Kinds.PERSON else None
