"""allauth's forms in our words. Their checks stay allauth's."""

from typing import Any

from allauth.account.forms import ChangePasswordForm as AllauthChangePassword
from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, EditWebAuthnForm
from django.contrib.auth.password_validation import validate_password

from illuminate.foundation.access.actions_sign_in import record_failed_sign_in
from illuminate.foundation.access.models import User
from illuminate.foundation.design import forms
from illuminate.foundation.design.wording import say_plainly

LONGEST_PASSWORD = 200
PASSWORD_HINT = "At least 12 characters. Three words that don't belong together are easy to remember"  # noqa: S105 - a hint, no secret


def email_field() -> forms.EmailField:
    return forms.EmailField(label="E-mail address", autocomplete="username")


def password_field(label: str = "Password", *, new: bool = False) -> forms.CharField:
    """A password as it is typed: blanks at its ends count."""
    return forms.CharField(
        label=label, strip=False, max_length=LONGEST_PASSWORD, hint=PASSWORD_HINT if new else "",
        widget=forms.PasswordInput, autocomplete="new-password" if new else "current-password", width="two-thirds",
    )  # fmt: skip


def code_field(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, hint=hint, width=10, autocomplete="one-time-code", inputmode="numeric", max_length=20
    )


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {"login": email_field(), "password": password_field()}
        self.use_required_attribute = False
        say_plainly(self)


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"] = password_field()
        self.use_required_attribute = False
        say_plainly(self)


class ChangePasswordForm(AllauthChangePassword):  # type: ignore[misc]  # allauth has no types
    """One box for the new password: it can be shown, so it need not be typed twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields = {
            "oldpassword": password_field("Present password"),
            "password1": password_field("New password", new=True),
        }
        self.use_required_attribute = False
        say_plainly(self)

    def clean_password1(self) -> str:
        password = str(self.cleaned_data["password1"])
        validate_password(password, self.user)
        return password


class CodeForm(AuthenticateForm):  # type: ignore[misc]  # allauth has no types
    """The second step of signing in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field("Code", "From your authenticator app, or one of your recovery codes")
        self.use_required_attribute = False
        say_plainly(self)

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        record_failed_sign_in(self.user, how="second factor")


class PasskeyForm(AuthenticateWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    """The same, by a passkey; the page's script fills it in."""


class CodeAgainForm(CodeReauthenticateForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field("Code", "From your authenticator app, or one of your recovery codes")
        self.use_required_attribute = False
        say_plainly(self)


class SetUpAppForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field("Code that the app shows", "6 numbers, new every 30 seconds")
        self.use_required_attribute = False
        say_plainly(self)


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(
            label="Name of the passkey", hint="So that you know it again, for example “work laptop”",
            required=False, max_length=50, width=20,
        )  # fmt: skip
        self.fields["passwordless"] = forms.BooleanField(
            label="Let me sign in with this passkey alone",
            hint="Without the password. The device will ask for your finger, face or PIN",
            required=False,
        )
        self.use_required_attribute = False
        say_plainly(self)


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]  # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(label="Name of the passkey", max_length=50, width=20)
        self.use_required_attribute = False
        say_plainly(self)


class NewPasswordForm(forms.Form):
    """The end of an invitation: choose a password."""

    password = password_field("Choose a password", new=True)

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, self.person)
        return password


class ForgottenForm(forms.Form):
    email = email_field()
