"""How sign-in behaves here: nobody signs up, and second-factor secrets are never stored in the clear."""

import base64

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from illuminate.foundation.access import keys


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class SecondFactorAdapter(DefaultMFAAdapter):
    def encrypt(self, text: str) -> str:
        sealed = keys.encrypt(text.encode(), key=keys.platform_key(), context="second factor")
        return base64.b64encode(sealed).decode()

    def decrypt(self, encrypted_text: str) -> str:
        sealed = base64.b64decode(encrypted_text)
        return keys.decrypt(sealed, key=keys.platform_key(), context="second factor").decode()
