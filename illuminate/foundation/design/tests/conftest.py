"""The gallery on a server of its own, so that these tests need neither a database nor the other rooms."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.db import connections
from django.http import HttpRequest

QUIET_CHROMIUM = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
CSP = {
    "default-src": ["'none'"],
    **{kind: ["'self'"] for kind in ("script-src", "style-src", "img-src", "font-src", "connect-src")},
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
}


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the project says on every page."""
    return {
        "frame": {
            "owner": "Northshire Partnership",
            "accent": request.GET.get("accent", ""),
            "banner": "Demonstration: every person and event here is invented.",
            "navigation": [
                {"text": "Desk", "href": "/parts", "current": True},
                {"text": "Library", "href": "/library"},
            ],
            "account": {"name": "Asha Rahman", "url": "/me", "sign_out_url": "/out"},
            "footer": [{"text": "Accessibility", "href": "/accessibility"}],
            "exit_url": "/somewhere-harmless",
        }
    }


@pytest.fixture
def pages(settings: Any) -> Any:
    """Settings under which the gallery's pages can be drawn."""
    settings.ROOT_URLCONF = "illuminate.foundation.design.tests.gallery"
    settings.MIDDLEWARE = [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "csp.middleware.CSPMiddleware",
    ]
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": CSP}
    settings.ALLOWED_HOSTS = ["*"]
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    processors = [
        "django.template.context_processors.request",
        "django.contrib.messages.context_processors.messages",
        f"{__name__}.frame",
    ]
    library = "illuminate.foundation.design.templatetags.design"
    settings.TEMPLATES = [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "DIRS": [Path(__file__).parent / "templates"],
            "OPTIONS": {"builtins": [library], "context_processors": processors},
        }
    ]
    return settings


@pytest.fixture
def gallery(pages: Any) -> Iterator[SimpleNamespace]:
    """The gallery on a port of its own."""

    class Handler(WSGIRequestHandler):
        def log_message(self, *args: Any) -> None:
            """Tests say what they need to."""

    server = ThreadedWSGIServer(("127.0.0.1", 0), Handler)
    server.set_app(StaticFilesHandler(WSGIHandler()))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield SimpleNamespace(url=f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()
    thread.join(5)


@pytest.fixture(scope="session")
def base_url() -> str:
    """Replaces the browser plugin's own, which this pytest warns about, and warnings are errors."""
    return ""


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The browser that the machine has; nothing can be downloaded."""
    return {"executable_path": shutil.which("chromium"), "args": QUIET_CHROMIUM}


@pytest.fixture(autouse=True)
def without_a_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """The gallery's views open no transaction: these tests are about pages alone."""
    monkeypatch.setitem(connections.settings["default"], "ATOMIC_REQUESTS", False)
