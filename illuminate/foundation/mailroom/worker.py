"""The worker: sends mail and runs jobs until it is told to stop."""

import asyncio
import logging
import signal
import threading
import time
from contextlib import suppress

from asgiref.sync import sync_to_async
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from psycopg_pool import PoolTimeout

log = logging.getLogger(__name__)
AGAIN_SECONDS = 5.0
GRACE_SECONDS = 30.0
LOOK_SECONDS = 0.2
POLL_SECONDS = 5.0
AWAY = (ConnectorException, DatabaseError, PoolTimeout, OSError)


def run(*, concurrency: int = 2, stop_event: threading.Event | None = None) -> None:
    """Work until `stop_event` is set, or on Ctrl-C or a polite kill when started as a program of its own.

    What is being sent is finished first. While the database is away it waits and tries again. Needs the worker's
    login: set ILLUMINATE_LOGIN=worker before Django reads its settings.
    """
    require_worker_login()
    stop = stop_event or threading.Event()
    asyncio.run(_until_stopped(concurrency, stop))
    connections.close_all()


def require_worker_login() -> None:
    """The web's login may not act as the mailroom: say so instead of silently sending nothing."""
    speaking, worker = (connections.settings[alias]["USER"] for alias in ("default", "worker"))
    if speaking != worker:
        raise ImproperlyConfigured("The worker needs its own login: start it with `illuminate worker`.")


async def _until_stopped(concurrency: int, stop: threading.Event) -> None:
    _listen_for_signals(stop)
    while not stop.is_set():
        try:
            await _work(concurrency, stop)
        except AWAY as fault:
            log.warning("The database can't be reached (%s). Trying again soon.", type(fault).__name__)
        # The periodic jobs are put down through Django's own connection, which nobody else would find dead.
        await sync_to_async(connections.close_all)()
        await _pause(AGAIN_SECONDS, stop)


async def _work(concurrency: int, stop: threading.Event) -> None:
    async with app.with_connector(app.connector.get_worker_connector()).open_async() as working:  # type: ignore[attr-defined]  # Django's own connector has it
        await _look_at_what_lies(working)
        task = asyncio.create_task(
            working.run_worker_async(
                concurrency=concurrency,
                install_signal_handlers=False,
                delete_jobs="successful",
                fetch_job_polling_interval=POLL_SECONDS,
                shutdown_graceful_timeout=GRACE_SECONDS,
            )
        )
        while not task.done() and not stop.is_set():
            await asyncio.wait({task}, timeout=LOOK_SECONDS)
        if not task.done():
            task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            log.info("The worker has stopped.")


async def _look_at_what_lies(working: App) -> None:
    """Begin with what a worker that died left behind, without waiting for the minute."""
    with suppress(AlreadyEnqueued):
        job = working.configure_task("mailroom.retry_due", queueing_lock="mailroom.retry_due", queue="mail")
        await job.defer_async(timestamp=int(time.time()))


async def _pause(seconds: float, stop: threading.Event) -> None:
    waited = 0.0
    while waited < seconds and not stop.is_set():
        await asyncio.sleep(LOOK_SECONDS)
        waited += LOOK_SECONDS


def _listen_for_signals(stop: threading.Event) -> None:
    """Only a program's main thread hears signals; elsewhere whoever started us sets the event."""
    if threading.current_thread() is threading.main_thread():
        for kind in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(kind, stop.set)
