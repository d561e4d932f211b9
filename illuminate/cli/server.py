"""`illuminate server`: pages, worker and, unless it is given one, the database."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable

import click

from illuminate.cli import demo
from illuminate.cli.environment import Place, bring_up_to_date, enter
from illuminate.cli.plain import PlainError

PR_SET_PDEATHSIG = 1


@click.command()
@click.option("--port", default=8000, show_default=True, help="The port to serve on.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--no-worker", is_flag=True, help="Serve pages only; start `illuminate worker` elsewhere.")
@click.option("--processes", default=2, show_default=True, help="How many web processes to run.")
def server(port: int, host: str, no_worker: bool, processes: int) -> None:
    """Serve Illuminate: pages, worker, and the embedded database unless DATABASE_URL is set.

    The first start on an embedded database loads a fictional case. Ctrl-C stops everything that this started.
    """
    _refuse_taken_port(host, port)
    os.environ.setdefault("ILLUMINATE_PUBLIC_URL", f"http://localhost:{port}")
    place = enter()
    bring_up_to_date(place)
    _refuse_mixed_up_database()
    _load_demo_the_first_time(place)
    commands = [_web(host, port, processes)]
    if not no_worker:
        commands.append([sys.executable, "-m", "illuminate.cli", "worker"])
    _run(commands, lambda: _say_where(host, port))


def _refuse_taken_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PlainError(
                f"Port {port} is in use. Choose another: illuminate server --port {port + 1}", 2
            ) from error


def _refuse_mixed_up_database() -> None:
    from illuminate.foundation.access.demo import MixedUp, refuse_mixed_up

    try:
        refuse_mixed_up()
    except MixedUp as error:
        raise PlainError(str(error), 2) from error


def _load_demo_the_first_time(place: Place) -> None:
    from django.conf import settings

    if settings.DEMO and place.is_embedded and not demo.is_loaded():
        demo.load()


def _web(host: str, port: int, processes: int) -> list[str]:
    return [
        sys.executable, "-m", "gunicorn", "illuminate.config.wsgi:application", "--bind", f"{host}:{port}",
        "--workers", str(processes), "--threads", "4", "--log-level", "warning", "--graceful-timeout", "10",
        "--no-control-socket", "--preload",
    ]  # fmt: skip


def _say_where(host: str, port: int) -> None:
    from django.conf import settings

    shown = "localhost" if host in ("127.0.0.1", "0.0.0.0") else host  # noqa: S104 - only compared
    click.echo(f"\nIlluminate is at  http://{shown}:{port}/")
    if settings.DEMO:
        click.echo(f"Sign in as anybody in the fictional case:  http://{shown}:{port}/demo/sign-in/")
    click.echo("Ctrl-C stops it.")


def _run(commands: list[list[str]], when_up: Callable[[], None]) -> None:
    """Keep the processes running until one ends or somebody asks to stop; leave none behind."""
    signal.signal(signal.SIGTERM, _interrupt)
    children = [_start(command) for command in commands]
    try:
        _wait_until_up(children[0], commands[0])
        when_up()
        while all(child.poll() is None for child in children):
            time.sleep(0.2)
        raise PlainError("A part of the server stopped by itself; the lines above say why. Start it again.")
    except KeyboardInterrupt:
        click.echo("\nStopping.")
    finally:
        _stop(children)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """In a session of its own, so that Ctrl-C reaches only us; ends with us, even if we are killed."""
    return subprocess.Popen(command, start_new_session=True, preexec_fn=_die_with_parent)  # noqa: S603 - our own words and no shell


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _wait_until_up(web: subprocess.Popen[bytes], command: list[str]) -> None:
    host, port = command[command.index("--bind") + 1].rsplit(":", 1)
    for _ in range(300):
        if web.poll() is not None:
            raise PlainError("The web server did not start; the lines above say why.")
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.1)


def _stop(children: list[subprocess.Popen[bytes]]) -> None:
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(15)
        except subprocess.TimeoutExpired:
            child.kill()
