"""What remains, in sentences; and the record of who said what of which bytes."""

import pytest
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.anonymity import asked_to_check, draft_file, drafted_as, judged, looked_at
from illuminate.cli.demo.story.publication import asked, frozen
from illuminate.cli.demo.story.report import drafting, upload
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.anonymity import actions, kinds, machine
from illuminate.journey.anonymity.models import Check, MachineCheck, Verdict
from illuminate.journey.report.models import Draft
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db
ONLY = "She was the only Igbo-speaking woman in the village"


def looked(cast: Cast) -> tuple[Review, Draft, MachineCheck]:
    review = drafting(cast)
    upload(cast, review, Draft.Kind.OVERVIEW, draft_file("Maggie rang Gertrude Oxenhope.", f"{ONLY}."))
    draft = drafted_as(cast, review, Draft.Kind.OVERVIEW)
    return review, draft, looked_at(cast, draft)


def answers(client: Client, cast: Cast, url: str) -> dict[str, int]:
    found = {"signed out": client.get(url).status_code}
    for name in ("coordinator", "panel_member", "stranger"):
        client.force_login(getattr(cast, name))
        found[name] = client.get(url).status_code
    client.force_login(cast.coordinator)
    return found


def test_what_remains_is_said_in_sentences(cast: Cast, client: Client) -> None:
    _, _, check = looked(cast)
    url = reverse("anonymity:remains", args=[check.pk])
    assert answers(client, cast, url) == {
        "signed out": 302,
        "coordinator": 200,
        "panel_member": 404,
        "stranger": 404,
    }
    text = client.get(url).content.decode()
    assert f"“{ONLY}”" in text and "An only one in a place" in text
    assert "not decided yet" in text and "Nothing that the machine found stays so far" in text
    for sentence in (*kinds.missed(), *kinds.missed_forms(), kinds.missed_risks()):
        assert sentence in text
    with acting_as(cast.coordinator.pk):
        numbers = [item["number"] for item in check.items()]
    do(
        actions.settle,
        check=check,
        numbers=numbers,
        outcome="keep",
        reason="Named in court.",
        by=cast.coordinator,
    )
    text = client.get(url).content.decode()
    assert "“Gertrude Oxenhope”" in text and "Named in court." in text and "not decided yet" not in text


def test_the_record_says_who_when_which_bytes_and_which_version(cast: Cast, client: Client) -> None:
    review, draft, _ = looked(cast)
    url = reverse("anonymity:record", args=[review.slug, "submission", draft.document_id])
    assert answers(client, cast, url) == {
        "signed out": 302,
        "coordinator": 200,
        "panel_member": 403,
        "stranger": 404,
    }
    text = client.get(url).content.decode()
    assert "Nobody has been asked yet" in text and draft.digest in text and machine.engine() in text
    judged(asked_to_check(cast, draft, cast.panel_member), cast.panel_member, "not_clean", "Page 1")
    text = client.get(url).content.decode()
    assert "Page 1" in text and "Something identifies somebody" in text
    with acting_as(cast.coordinator.pk):
        assert Verdict.objects.get().engine == machine.engine()
        assert Check.objects.get().machine["engine"] == machine.engine()
    client.force_login(cast.coordinator)
    assert client.get(url.replace("submission", "third")).status_code == 404


def test_two_verdicts_stand_beside_each_other_only_when_both_are_given(cast: Cast, client: Client) -> None:
    report = frozen(cast)
    checks = asked(cast, report)
    first, second = (
        next(one for one in checks if one.checker == person and one.document_id == checks[0].document_id)
        for person in (cast.panel_member, cast.second_panel_member)
    )
    pages = [
        reverse(f"anonymity:{name}", args=[report.review.slug, "final", first.document_id])
        for name in ("document", "record")
    ]
    client.force_login(cast.coordinator)
    judged(first, cast.panel_member, "not_clean", "Her street, page 12")
    for url in pages:
        text = client.get(url).content.decode()
        assert "Her street" not in text and "They differ" not in text and "Version that ran" not in text
    judged(second, cast.second_panel_member)
    for url in pages:
        text = client.get(url).content.decode()
        assert "Her street, page 12" in text
        assert (
            f"They differ: {cast.panel_member.name} found something. {cast.second_panel_member.name} found nothing."
            in text
        )
    client.force_login(cast.second_panel_member)
    own = client.get(reverse("anonymity:check", args=[second.pk])).content.decode()
    assert f"{cast.panel_member.name} found something." in own
