"""Requests a second and p95 of the desk and the review page, beside an empty view on the same server.

.venv/bin/python -m benchmarks.web [--reviews 1000] [--agencies 50] [--partnerships 1] [--requests 200]
"""

import argparse
import http.client
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from illuminate.foundation.access.models import User

PORT = 8399
CLIENTS = 4


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory(prefix="illuminate-") as folder:
        os.environ["ILLUMINATE_DATA"] = str(Path(folder) / "var")
        os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
        from illuminate.cli.environment import bring_up_to_date, enter

        bring_up_to_date(enter())
        from benchmarks import crowd

        started = time.perf_counter()
        coordinator, review = crowd.gather(arguments.reviews, arguments.agencies, arguments.partnerships)
        print(
            f"{arguments.reviews} reviews of {arguments.agencies} agencies in {arguments.partnerships} partnerships,"
            f" made in {time.perf_counter() - started:.0f} s"
        )
        cookie = _signed_in(coordinator)
        web = _serve()
        try:
            _compare(cookie, review.slug, arguments.requests)
        finally:
            web.terminate()
            web.wait(20)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reviews", type=int, default=1000)
    parser.add_argument("--agencies", type=int, default=50)
    parser.add_argument("--partnerships", type=int, default=1, help="among which the reviews are shared")
    parser.add_argument("--requests", type=int, default=200)
    return parser.parse_args()


def _signed_in(person: "User") -> str:
    """A session of somebody with a second factor, as sign-in leaves it."""
    from allauth.mfa.models import Authenticator
    from django.conf import settings
    from django.test import Client

    Authenticator.objects.create(user=person, type="totp", data={"secret": "never asked for"})
    client = Client()
    client.force_login(person)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def _serve() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "gunicorn", "illuminate.config.wsgi:application", "--bind", f"127.0.0.1:{PORT}",
               "--workers", "2", "--threads", "4", "--log-level", "warning", "--no-control-socket"]  # fmt: skip
    web = subprocess.Popen(command)
    for _ in range(200):
        try:
            http.client.HTTPConnection("127.0.0.1", PORT, timeout=2).connect()
            return web
        except OSError:
            time.sleep(0.1)
    raise SystemExit("The server did not start.")


def _compare(cookie: str, slug: str, requests: int) -> None:
    pages = {"empty view": "/empty/", "desk": "/", "review page": f"/reviews/{slug}/"}
    rates = {}
    print(f"{'page':12} {'requests/s':>11} {'median ms':>10} {'p95 ms':>8} {'beside the empty view':>22}")
    for name, address in pages.items():
        _load(address, cookie, 20)
        took, seconds = _load(address, cookie, requests)
        rates[name] = len(took) / seconds
        p95 = statistics.quantiles(took, n=20)[-1]
        ratio = rates["empty view"] / rates[name]
        print(
            f"{name:12} {rates[name]:11.1f} {statistics.median(took) * 1000:10.1f} {p95 * 1000:8.1f} {ratio:20.1f} x"
        )


def _load(address: str, cookie: str, requests: int) -> tuple[list[float], float]:
    """So many requests in all from a few clients, each waiting for its answer before the next."""
    started = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        asked = [clients.submit(_ask, address, cookie, requests // CLIENTS) for _ in range(CLIENTS)]
        took = [seconds for one in asked for seconds in one.result()]
    return took, time.perf_counter() - started


def _ask(address: str, cookie: str, times: int) -> list[float]:
    took = []
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    for _ in range(times):
        started = time.perf_counter()
        connection.request("GET", address, headers={"Cookie": cookie, "Host": "localhost"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status} {answer.getheader('Location')}")
        took.append(time.perf_counter() - started)
    return took


if __name__ == "__main__":
    main()
