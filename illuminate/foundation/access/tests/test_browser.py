"""In a real browser: passkeys under our content security policy, and every page accessible at every width."""

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from playwright.sync_api import Page

from illuminate.foundation.access import actions, actions_contacts, actions_invitations
from illuminate.foundation.access.actions_contacts import Details
from illuminate.foundation.access.models import Invitation, User
from illuminate.foundation.access.roles import Role
from tests import database
from tests.cast import Cast, do

pytestmark = pytest.mark.browser
QUIET_CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
AUTHENTICATOR = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip
NEW = "seven sleepy badgers"
WIDTHS = (320, 1280)
# Playwright keeps an event loop in this thread; what the tests read is plain and synchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": shutil.which("chromium"), "args": QUIET_CHROMIUM}


@pytest.fixture
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """The pages on a port of their own; `localhost`, because passkeys belong to a name."""

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_: Any) -> None:
            """Says nothing: what matters is on the page."""

    with django_db_blocker.unblock():
        httpd = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
        httpd.daemon_threads = True
        httpd.set_app(WSGIHandler())
        thread = threading.Thread(target=httpd.serve_forever, daemon=True)
        thread.start()
        yield f"http://localhost:{httpd.server_port}"
        httpd.shutdown()
        httpd.server_close()
        for alias in ("default", "owner", "library", "worker"):
            database.close(alias)
    database.copy_template(database.SERVER, database.NAME)


@pytest.fixture
def seen(page: Page) -> Iterator[Page]:
    """Fails the test when a script fails or the policy stops something."""
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    yield page
    assert [line for line in said if "status of 4" not in line] == []


def look(page: Page, name: str) -> None:
    """Accessible and not wider than the window, narrow and wide; a picture when somebody wants to see."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page).response["violations"]
        assert found == [], f"{name}: {[(rule['id'], rule['nodes'][0]['html']) for rule in found]}"
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
            f"{name} at {width}"
        )
        if folder := os.environ.get("PICTURES"):
            page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


def invited(cast: Cast) -> tuple[User, str]:
    person = do(
        actions.invite, name="Noor Adeyemi", email="noor@tidewell.example.org", partnership=cast.partnership,
        organisation=cast.housing, role=Role.ACTION_LEAD, by=cast.coordinator,
    )  # fmt: skip
    return person, actions_invitations.issue(invitation=Invitation.objects.get(user=person))


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def with_authenticator(page: Page) -> None:
    """A device with a fingerprint reader, as Chromium imagines it."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def test_from_the_invitation_to_signing_in_by_passkey_alone(seen: Page, site: str, cast: Cast) -> None:
    person, link = invited(cast)
    with_authenticator(seen)
    seen.goto(site + link)
    look(seen, "choose-password")
    seen.get_by_label("Choose a password").fill(NEW)
    press(seen, "Continue")
    seen.wait_for_url("**/account/second-factor/")
    look(seen, "set-up-second-factor")
    seen.get_by_role("button", name="Use a passkey").click()
    look(seen, "add-passkey")
    seen.get_by_label("Name of the passkey").fill("work laptop")
    seen.get_by_label("Let me sign in with this passkey alone").check()
    press(seen, "Add the passkey")
    seen.wait_for_url("**/codes/")
    look(seen, "recovery-codes")
    assert seen.locator("code").count() == 10
    for path, name in (
        ("/account/", "account"), ("/account/second-factor/", "second-factor"), ("/account/password/", "password"),
        ("/account/second-factor/passkeys/", "passkeys"), ("/account/sessions/", "sessions"),
        ("/account/second-factor/codes/new/", "new-codes"), ("/account/second-factor/codes/", "codes-again"),
        ("/sign-out/", "sign-out"),
    ):  # fmt: skip
        seen.goto(site + path)
        look(seen, name)
    seen.locator("main").get_by_role("button", name="Sign out").click()
    look(seen, "signed-out")
    seen.goto(f"{site}/sign-in/?next=/account/")
    press(seen, "Sign in with a passkey")
    seen.wait_for_url(f"{site}/account/")
    assert Authenticator.objects.get(user=person, type="webauthn").last_used_at


def test_a_passkey_as_the_second_step(seen: Page, site: str, cast: Cast) -> None:
    _, link = invited(cast)
    with_authenticator(seen)
    seen.goto(site + link)
    seen.get_by_label("Choose a password").fill(NEW)
    press(seen, "Continue")
    seen.get_by_role("button", name="Use a passkey").click()
    press(seen, "Add the passkey")
    seen.wait_for_url("**/codes/")
    seen.get_by_role("banner").get_by_role("button", name="Sign out").click()
    seen.goto(f"{site}/sign-in/")
    seen.get_by_label("E-mail address").fill("noor@tidewell.example.org")
    seen.get_by_label("Password", exact=True).fill(NEW)
    press(seen, "Sign in")
    seen.wait_for_url("**/sign-in/second-factor/")
    look(seen, "second-step")
    press(seen, "Use a passkey instead")
    seen.wait_for_url(f"{site}/")


def test_what_a_passkey_could_not_do_is_said(seen: Page, site: str, cast: Cast) -> None:
    seen.goto(f"{site}/sign-in/")
    look(seen, "sign-in")
    press(seen, "Sign in")
    assert "govuk-error-summary" in seen.evaluate("document.activeElement.className")
    look(seen, "sign-in-with-errors")
    seen.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no')); }")
    press(seen, "Sign in with a passkey")
    seen.wait_for_selector("text=The passkey was not used")


def test_setting_up_an_app(seen: Page, site: str, cast: Cast) -> None:
    _, link = invited(cast)
    seen.goto(site + link)
    seen.get_by_label("Choose a password").fill(NEW)
    press(seen, "Continue")
    seen.get_by_role("button", name="Use an authenticator app").click()
    look(seen, "set-up-app")
    assert seen.evaluate("document.querySelector('main img').naturalWidth") > 0
    seen.get_by_label("Code that the app shows").fill("000000")
    press(seen, "Finish")
    look(seen, "set-up-app-with-errors")


def test_the_coordinators_pages(seen: Page, site: str, cast: Cast) -> None:
    person, _ = invited(cast)
    _ = cast.partnership_chair, cast.officer, cast.hospital_author, cast.home_office_reader
    details = Details(organisation=cast.housing, name="Ola Brandt", role="Housing manager",
                      email="o.brandt@tidewell.example.org", phone="01632 960 001")  # fmt: skip
    contact = do(
        actions_contacts.add_contact, partnership=cast.partnership, details=details, by=cast.coordinator
    )
    seen.goto(f"{site}/demo/sign-in/")
    look(seen, "demo-sign-in")
    press(seen, "Marian Lofthouse")
    seen.wait_for_url(f"{site}/")
    post = person.posts.get()
    for path, name in (
        ("/people/", "people"), ("/people/invite/", "invite"), ("/people/organisations/new/", "organisation"),
        (f"/people/{person.pk}/", "person"), (f"/people/{person.pk}/close/", "close"),
        (f"/people/roles/{post.pk}/end/", "end-role"), ("/address-book/", "address-book"),
        ("/address-book/new/", "contact"), (f"/address-book/{contact.pk}/remove/", "remove-contact"),
        ("/add/", "form"),
    ):  # fmt: skip
        seen.goto(site + path)
        look(seen, name)
    seen.goto(f"{site}/people/invite/")
    press(seen, "Invite")
    look(seen, "invite-with-errors")


@pytest.mark.parametrize("path", ["/accessibility/", "/forgotten-password/", "/forgotten-password/sent/",
                                  "/invitation/", "/account/closed/", "/nowhere/"])  # fmt: skip
def test_pages_open_to_all(seen: Page, site: str, path: str) -> None:
    seen.goto(site + path)
    look(seen, "open" + path.replace("/", "-").rstrip("-"))


def test_a_form_is_kept_while_it_is_written_and_restored(seen: Page, site: str, cast: Cast) -> None:
    seen.goto(f"{site}/sign-in/")
    _ = cast.coordinator
    seen.goto(f"{site}/demo/sign-in/")
    press(seen, "Marian Lofthouse")
    seen.goto(f"{site}/add/")
    with seen.expect_response("**/drafts/*") as kept:
        seen.get_by_label("Name").fill("Half a sentence")
    assert kept.value.status == 204
    seen.goto(f"{site}/add/")
    assert seen.get_by_label("Name").input_value() == "Half a sentence"
    look(seen, "draft-restored")
    press(seen, "Save and continue")
    seen.goto(f"{site}/add/")
    assert seen.get_by_label("Name").input_value() == ""
