"""An agency sends its file again with changes: what was settled, marked and asked stays where it belongs."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.chronology import HOUSING, file_of, received
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.agencies import queries as agencies
from illuminate.journey.chronology import actions, queries_findings
from illuminate.journey.chronology.tests.hands import LOCKS, entry, finding, found, sent_again
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def test_housing_sends_again_a_row_changed_one_moved_and_one_new(cast: Cast, client: Client) -> None:
    rows: list[Any] = [
        (date(2018, 1 + n % 12, 1 + n), "", "Tenant", f"Call number {n} about repairs", "Noted")
        for n in range(24)
    ]
    review = received(cast)
    sent_again(cast, review, [*HOUSING, *rows], by_housing=True)
    found(cast, review)
    do(actions.settle, finding=finding(cast, "one_sided"), decision="explained", note="It came by post.", seen=0,
       by=cast.independent_chair)  # fmt: skip
    locks, kept = entry(cast, LOCKS), entry(cast, "Call number 3 ")
    do(actions.mark, entry=locks, kind="good_practice", note="The same day.", by=cast.independent_chair)
    do(actions.ask_agency, entry=kept, question="Who called?", by=cast.independent_chair)
    changed = [(*row[:4], "Noted, and sent a plumber") if "number 5 " in row[3] else row for row in rows]
    again = [
        changed[20],
        *HOUSING,
        *changed[:20],
        *changed[21:],
        (date(2019, 5, 1), "", "Tenant", "A new call", "Noted"),
    ]
    sent_again(cast, review, again, by_housing=True)
    client.force_login(cast.housing_author)
    text = client.get(
        reverse("chronology:file", args=[file_of(cast, review, cast.housing).pk])
    ).content.decode()
    assert "Entries beside version 2: 1 new, 1 changed, 25 as before." in text and "no longer" not in text
    found(cast, review)
    assert finding(cast, "one_sided").state == "settled"
    assert (
        entry(cast, LOCKS).identity == locks.identity
        and entry(cast, "Call number 3 ").identity == kept.identity
    )
    with acting_as(cast.independent_chair.pk):
        (marked,) = queries_findings.marked(review.pk, cast.independent_chair)
        assert marked.entry.pk == entry(cast, LOCKS).pk
        (question,) = agencies.about_row(review.pk, kept.identity)
        assert question.question == "Who called?"
