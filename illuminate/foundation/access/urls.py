"""Sign-in and accounts. Of allauth's pages only those listed here exist."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from illuminate.foundation.access import (
    drafts,
    views_account,
    views_contacts,
    views_open,
    views_people,
    views_sign_in,
)

SPACE = "access"
own: list[URLPattern | URLResolver] = [
    path("account/", views_account.account, name="account"),
    path("invitation/", views_account.choose_password, name="choose_password"),
    path("invitation/<str:token>/", views_account.invitation, name="invitation"),
    path("forgotten-password/", views_account.forgotten, name="forgotten"),
    path("forgotten-password/sent/", views_account.forgotten_sent, name="forgotten_sent"),
    path("signed-out/", views_account.signed_out, name="signed_out"),
    path("demo/sign-in/", views_account.demo_sign_in, name="demo_sign_in"),
    path("demo/sign-in/<uuid:pk>/", views_account.demo_sign_in_as, name="demo_sign_in_as"),
    path("people/", views_people.people_list, name="people"),
    path("people/invite/", views_people.invite, name="invite"),
    path("people/organisations/new/", views_people.add_organisation, name="add_organisation"),
    path("people/<uuid:pk>/", views_people.person, name="person"),
    path("people/<uuid:pk>/close/", views_people.change, {"what": "close"}, name="close"),
    path("people/<uuid:pk>/open/", views_people.change, {"what": "open"}, name="open"),
    path("people/<uuid:pk>/recover/", views_people.change, {"what": "recover"}, name="recover"),
    path("people/<uuid:pk>/invite-again/", views_people.change, {"what": "again"}, name="invite_again"),
    path("people/roles/<uuid:pk>/end/", views_people.end_post, name="end_post"),
    path("address-book/", views_contacts.address_book, name="address_book"),
    path("address-book/new/", views_contacts.add_contact, name="add_contact"),
    path("address-book/<uuid:pk>/", views_contacts.change_contact, name="change_contact"),
    path("address-book/<uuid:pk>/remove/", views_contacts.remove_contact, name="remove_contact"),
    path("drafts/", drafts.keep, name="drafts"),
    path("drafts/<uuid:pk>/throw-away/", drafts.throw_away, name="throw_away_draft"),
    path("accessibility/", views_open.accessibility, name="accessibility"),
    path("healthz", views_open.healthz, name="healthz"),
]
# allauth looks its pages up by these names.
allauth: list[URLPattern | URLResolver] = [
    path("sign-in/", views_sign_in.sign_in, name="account_login"),
    path("sign-in/second-factor/", views_sign_in.sign_in_second_step, name="mfa_authenticate"),
    path("sign-in/passkey/", views_sign_in.sign_in_by_passkey, name="mfa_login_webauthn"),
    path("sign-out/", views_sign_in.sign_out, name="account_logout"),
    path("account/closed/", views_sign_in.closed, name="account_inactive"),
    path("account/confirm/", views_sign_in.prove_by_password, name="account_reauthenticate"),
    path("account/confirm/code/", views_sign_in.prove_by_code, name="mfa_reauthenticate"),
    path("account/confirm/passkey/", views_sign_in.prove_by_passkey, name="mfa_reauthenticate_webauthn"),
    path("account/password/", views_sign_in.change_password, name="account_change_password"),
    path("account/second-factor/", views_sign_in.second_factor, name="mfa_index"),
    path("account/second-factor/app/", views_sign_in.set_up_app, name="mfa_activate_totp"),
    path("account/second-factor/app/remove/", views_sign_in.remove_app, name="mfa_deactivate_totp"),
    path("account/second-factor/passkeys/", views_sign_in.passkeys, name="mfa_list_webauthn"),
    path("account/second-factor/passkeys/add/", views_sign_in.add_passkey, name="mfa_add_webauthn"),
    path("account/second-factor/passkeys/<int:pk>/", views_sign_in.rename_passkey, name="mfa_edit_webauthn"),
    path(
        "account/second-factor/passkeys/<int:pk>/remove/",
        views_sign_in.remove_passkey,
        name="mfa_remove_webauthn",
    ),
    path("account/second-factor/codes/", views_sign_in.recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "account/second-factor/codes/new/",
        views_sign_in.new_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("account/sessions/", views_sign_in.sessions, name="usersessions_list"),
]
if settings.OIDC_URL:
    allauth += [
        path("sign-in/with/<slug:provider_id>/", views_sign_in.single_sign_on, name="openid_connect_login"),
        path(
            "sign-in/with/<slug:provider_id>/back/",
            views_sign_in.back_from_single_sign_on,
            name="openid_connect_callback",
        ),
    ]
urlpatterns: list[URLPattern | URLResolver] = [*allauth, path("", include((own, SPACE)))]
