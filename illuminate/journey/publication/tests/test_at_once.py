"""Two people publish at the same moment, on a database where transactions really commit."""

import threading
from datetime import date
from pathlib import Path

import pytest
from django.db import connections

from illuminate.cli.demo.story.publication import agreed
from illuminate.foundation.access.models import Post, User
from illuminate.foundation.access.refusals import Refused
from illuminate.journey.publication import actions
from illuminate.journey.publication.models import Release, ReleasedReport
from tests.cast import PASSWORD, Cast, do

pytestmark = pytest.mark.usefixtures("committed")


def test_two_coordinators_publish_once(cast: Cast, tmp_path: Path, settings: object) -> None:
    settings.RELEASED = tmp_path
    report = agreed(cast)
    second = User.objects.create_user(email="second@example.org", name="Second", password=PASSWORD)
    Post.objects.create(
        user=second, organisation=cast.partnership, role="coordinator", started_on=date(2026, 1, 5)
    )
    outcomes: list[object] = []

    def publish(by: User) -> None:
        try:
            outcomes.append(do(actions.release, frozen=report, by=by))
        except Exception as error:  # whatever it was, the test tells it
            outcomes.append(error)
        finally:
            for alias in connections:
                connections[alias].close()

    threads = [threading.Thread(target=publish, args=[by]) for by in (cast.coordinator, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Refused", "Release"], outcomes
    refused = next(outcome for outcome in outcomes if isinstance(outcome, Refused))
    assert "public already" in str(refused)
    assert ReleasedReport.objects.count() == 1
    assert Release.objects.using("owner").count() == 1
    assert len(list(tmp_path.iterdir())) == 4
