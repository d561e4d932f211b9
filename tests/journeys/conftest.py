"""Stories in a real browser, on a real server with a database where transactions commit.

Each story reaches its beginning through real actions (`illuminate/cli/demo/story/`) and goes on by clicking. Whoever
acts signs in by the demo's door. Every page that a story opens is checked for accessibility, at 320 pixels too, and for
anything that the content security policy refuses.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import pytest_django
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from playwright.sync_api import Browser, Page

from illuminate.foundation.access.models import User
from illuminate.foundation.documents.forms import Upload
from tests import database

QUIET_CHROMIUM = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
NARROW = {"width": 320, "height": 800}
WIDE = {"width": 1280, "height": 900}


# Playwright keeps an event loop in this thread; the stories' own reads and actions are plain and synchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


class Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Says nothing: what matters is on the page."""


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": shutil.which("chromium"), "args": QUIET_CHROMIUM}


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The program's own pages behind a threaded server; one for all stories."""
    httpd = ThreadedWSGIServer(("127.0.0.1", 0), Quiet, allow_reuse_address=True)
    httpd.daemon_threads = True
    httpd.set_app(WSGIHandler())
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    settings.PUBLIC_URL = f"http://127.0.0.1:{httpd.server_port}"
    yield settings.PUBLIC_URL
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture
def site(
    server: str, django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> Iterator[str]:
    """The address of the pages; the database is a fresh copy afterwards."""
    with django_db_blocker.unblock():
        yield server
        for alias in ("default", "owner", "library", "worker"):
            database.close(alias)
    database.copy_template(database.SERVER, database.NAME)


class Visitor:
    """Somebody at a browser. `open` and `click` look at every page that they come to."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
        self.refused: list[str] = []
        page.on("console", lambda message: self._note(message.text))

    def _note(self, text: str) -> None:
        if "Content Security Policy" in text or "Refused to" in text:
            self.refused.append(text)

    def open(self, address: str) -> Page:
        answer = self.page.goto(address if address.startswith("http") else self.site + address)
        assert answer is not None
        assert answer.status < 500, f"{address} answered {answer.status}"
        self.look()
        return self.page

    def click(self, name: str, role: str = "button") -> Page:
        """Press the button, or follow the link, of this name, and look at where it leads."""
        self.page.get_by_role(role, name=name, exact=True).first.click()
        self.page.wait_for_load_state()
        self.look()
        return self.page

    def follow(self, name: str) -> Page:
        return self.click(name, "link")

    def fill(self, **fields: str) -> None:
        """Type into fields by their names."""
        for name, text in fields.items():
            self.page.locator(f"[name='{name}']").first.fill(text)

    def choose(self, **answers: str) -> None:
        """Choose radios or boxes by the name of the field and the value."""
        for name, value in answers.items():
            self.page.locator(f"[name='{name}'][value='{value}']").first.check()

    def day(self, name: str, day: int, month: int, year: int) -> None:
        for part, number in (("day", day), ("month", month), ("year", year)):
            self.page.locator(f"[name='{name}-{part}']").first.fill(str(number))

    def attach(self, name: str, file: Upload) -> None:
        """Choose a file in the field of this name."""
        sent = {"name": file.name, "mimeType": "application/octet-stream", "buffer": file.data}
        self.page.locator(f"input[type=file][name='{name}']").set_input_files(sent)

    def sees(self, *words: str) -> None:
        text = self.page.inner_text("body")
        for word in words:
            assert word in text, f"{word!r} is not on {self.page.url}:\n{text[:3000]}"

    def does_not_see(self, *words: str) -> None:
        text = self.page.inner_text("body")
        for word in words:
            assert word not in text, f"{word!r} is on {self.page.url}"

    def look(self) -> None:
        """No barrier for anybody, nothing refused by the policy, nothing that runs out of a narrow screen."""
        assert "Something went wrong on our side" not in self.page.inner_text("body"), self.page.url
        assert not self.refused, self.refused
        self._check_axe()
        self.page.set_viewport_size(NARROW)
        over = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert over <= 0, f"{self.page.url} is {over} px wider than a narrow screen"
        self.page.set_viewport_size(WIDE)

    def _check_axe(self) -> None:
        found = Axe().run(self.page)
        barriers = [one for one in found.response["violations"] if not _is_of_the_components(one)]
        assert not barriers, f"{self.page.url}: {found.generate_report()}"


def _is_of_the_components(barrier: dict[str, Any]) -> bool:
    """GOV.UK Frontend tells a reader that a radio button opens more questions, where ARIA has no word for it.

    Its makers keep it so, because people who listen to pages are served by it: alphagov/govuk-frontend, issue 979.
    """
    return barrier["id"] == "aria-allowed-attr" and all(
        "aria-expanded" in node["html"] and "govuk-radios__input" in node["html"] for node in barrier["nodes"]
    )


Door = Callable[[User], Visitor]
Arrive = Callable[[], Visitor]


@pytest.fixture
def visitor(site: str, browser: Browser) -> Iterator[Arrive]:
    """A fresh browser for somebody who is not signed in."""
    contexts = []

    def arrive() -> Visitor:
        context = browser.new_context(viewport=WIDE)
        context.set_default_timeout(10_000)
        contexts.append(context)
        return Visitor(context.new_page(), site)

    yield arrive
    for context in contexts:
        context.close()


@pytest.fixture
def sign_in(visitor: Arrive) -> Door:
    """Let one of the cast in by the demo's door, each in a browser of their own."""

    def enter(person: User) -> Visitor:
        someone = visitor()
        someone.page.goto(f"{someone.site}/demo/sign-in/")
        someone.page.locator(f"form[action='/demo/sign-in/{person.pk}/'] button").first.click()
        someone.page.wait_for_load_state()
        someone.look()
        return someone

    return enter
