"""The register's pages: forms kept or struck, suggestions, several at once, a file out, a search; and wrong input."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from illuminate.cli.demo.story.intake import deciding
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.design.forms import posted_date
from illuminate.journey.people import actions, queries
from illuminate.journey.people.models import RegisterEntry
from illuminate.journey.people.pasted import Line
from illuminate.journey.reviews.models import Review
from tests.cast import Cast, do

pytestmark = pytest.mark.django_db


def entry_of(cast: Cast, review: Review, real: str) -> RegisterEntry:
    with acting_as(cast.coordinator.pk):
        return next(one for one in queries.register(review) if one.real == real)


def struck_of(cast: Cast, review: Review, real: str) -> list[str]:
    entry = entry_of(cast, review, real)
    with acting_as(cast.coordinator.pk):
        return entry.struck_forms


def url_of(page: str, review: Review, entry: RegisterEntry | None = None) -> str:
    return reverse(f"people:{page}", args=[review.slug, *([entry.pk] if entry else [])])


def begun(cast: Cast, client: Client, real: str = "Craig Daniel Marsh") -> tuple[Review, RegisterEntry]:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    return review, entry_of(cast, review, real)


def text(response: Any) -> str:
    return unescape(response.content.decode())


def test_a_worked_out_form_is_taken_off_and_put_back(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client)
    url = url_of("entry", review, entry)
    page = text(client.get(url))
    assert "Last name first" in page and "Also a form of" in page
    shown = re.search(r'name="shown" value="(\w+)"', page)
    boxes = {
        name: re.findall(rf'name="{name}" type="checkbox" value="([^"]+)"', page)
        for name in ("alone", "together")
    }
    assert shown and "Marsh, Craig" in boxes["together"]
    kept = boxes | {"together": [box for box in boxes["together"] if box != "Marsh, Craig"]}
    assert client.post(url, {"shown": shown[1], **kept}).status_code == 302
    with acting_as(cast.coordinator.pk):
        forms = {
            one.text for one in queries.engine_register(review).variants() if one.entry.real == entry.real
        }
    assert "Marsh, Craig" not in forms and "Craig" in forms
    again = text(client.get(url))
    assert 'value="Marsh, Craig"' in again and not re.search('value="Marsh, Craig"[^>]* checked', again)
    client.post(url, {"shown": shown[1], **boxes})
    assert struck_of(cast, review, entry.real) == []


def test_a_page_that_has_grown_old_takes_nothing_off(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client)
    page = client.post(url_of("entry", review, entry), {"shown": "0" * 64, "alone": []})
    assert "changed since this page was opened" in text(page)
    assert struck_of(cast, review, entry.real) == []


def test_whoever_only_reads_cannot_strike(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client)
    client.force_login(cast.partnership_chair)
    url = url_of("entry", review, entry)
    assert "Save these forms" not in text(client.get(url))
    assert client.post(url, {"shown": "", "alone": []}).status_code == 403


def test_suggestions_are_nobodys_and_fill_the_field(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client)
    url = url_of("pseudonym", review, entry)
    page = text(client.get(url))
    names = re.findall(r'data-suggestion="([^"]+)"', page)
    assert len(names) == 5
    with acting_as(cast.coordinator.pk):
        assert not any(queries.names_in(review, name) for name in names)
    others = re.findall(r'data-suggestion="([^"]+)"', text(client.get(f"{url}?more=1")))
    assert others and not set(names) & set(others)
    filled = text(client.get(f"{url}?name={names[0]}"))
    assert f'name="pseudonym" type="text" value="{names[0]}"' in filled
    assert 'value="Nobody"' not in text(client.get(f"{url}?name=Nobody"))
    elsewhere = re.findall(r'data-suggestion="([^"]+)"', text(client.get(f"{url}?from=south_asian")))
    assert elsewhere != names
    assert client.get(f"{url}?more=x&from=<b>&near=yes").status_code == 200


def test_a_pseudonym_with_who_chose_it(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client)
    url = url_of("pseudonym", review, entry)
    late = client.post(url, {"pseudonym": "Neil", "chosen_by": "family"})
    assert "Enter the day on which it was chosen" in text(late)
    clash = text(client.post(url, {"pseudonym": "Margaret"}))
    assert 'id="id_pseudonym-error"' in clash and "“Margaret” is the real name of somebody" in clash
    sound = {"pseudonym": "Neil", "chosen_by": "chair", **posted_date("chosen_on", date(2023, 1, 9))}
    assert client.post(url, sound).status_code == 302
    assert "The independent chair, 9 January 2023" in text(client.get(url_of("list", review)))


def test_a_real_name_by_the_familys_choice(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client, "Margaret Anne Holloway")
    url = url_of("real_name", review, entry)
    day = posted_date("chosen_on", date(2023, 1, 9))
    assert "Confirm that the family chose this" in text(client.post(url, {"name": "Margaret", **day}))
    wrong = text(client.post(url, {"name": "Craig", "confirmed": "on", **day}))
    assert "as it stands on the register" in wrong and 'id="id_name-error"' in wrong
    assert client.post(url, {"name": "Margaret", "confirmed": "on", **day}).status_code == 302
    listed = client.get(url_of("list", review))
    assert "Their real name, as the family chose" in text(listed) and b"Margaret" not in listed.content
    page = text(client.get(url_of("entry", review, entry)))
    assert f"confirmed by {cast.coordinator.name}" in page and "<title>About victim" in page


def test_several_are_looked_at_before_they_are_kept(cast: Cast, client: Client) -> None:
    review, _ = begun(cast, client)
    url = url_of("several", review)
    lines = "9 Mill Row = a house nearby\n\nUpper Thorpe\tthe village\tvillage\tThorpe; U Thorpe\n"
    rows = client.post(url, {"what": "place", "lines": lines, "step": "look"})
    assert "Nothing is kept yet" in text(rows) and "the village" in text(rows)
    back = client.post(url, {"what": "place", "lines": lines, "step": "change"})
    assert "9 Mill Row = a house nearby" in text(back) and "There is a problem" not in text(back)
    with acting_as(cast.coordinator.pk):
        before = len(queries.register(review))
    assert client.post(url, {"what": "place", "lines": lines, "step": "keep"}).status_code == 302
    with acting_as(cast.coordinator.pk):
        assert len(queries.register(review)) == before + 2
    with acting_as(cast.coordinator.pk):
        forms = [one.forms for one in queries.register(review)]
    assert ["Upper Thorpe", "Thorpe", "U Thorpe"] in forms


@pytest.mark.parametrize(
    ("what", "lines", "why"),
    [
        ("place", "", "Enter at least one line"),
        ("place", "9 Mill Row\n...", "Line 2: Enter the real name, place, date or number."),
        ("place", "9 Mill Row\n\n9  mill row", "Line 3: The same stands in line 1."),
        ("date", "03/11/2019\nsome day", "Line 2: Write the date as 03/11/2019"),
        ("relative", "Craig Daniel Marsh", "Line 1: This is on the register already."),
        ("relative", "Ann Obi = Ben\nBen Okoro", "Line 1: “Ben” is the real name"),
        ("relative", "Ann Obi = Ann", "Line 1: “Ann” is the real name"),
        ("relative", "Ann Obi = Nell\nJo Obi = Nell", "Line 2: “Nell” already stands for somebody else"),
        ("place", "x" * 301, "Line 1: The real form is too long."),
        ("place", "\n".join(f"{at} Mill Row" for at in range(301)), "These are 301 lines."),
        ("ghost", "9 Mill Row", "There is a problem"),
    ],
)
def test_what_is_wrong_is_said_by_its_line_and_nothing_typed_is_lost(
    cast: Cast, client: Client, what: str, lines: str, why: str
) -> None:
    review, _ = begun(cast, client)
    with acting_as(cast.coordinator.pk):
        before = len(queries.register(review))
    page = client.post(url_of("several", review), {"what": what, "lines": lines, "step": "keep"})
    assert page.status_code == 200 and why in text(page)
    assert all(line.strip() in text(page) for line in lines.splitlines())
    with acting_as(cast.coordinator.pk):
        assert len(queries.register(review)) == before


@pytest.mark.parametrize("real", ["فاطمة الزهراء", "王小明", "Nguyễn Thị Ánh", "\u202eTest\u202c Name"])
def test_names_in_any_script_are_kept_shown_and_protected(cast: Cast, client: Client, real: str) -> None:
    review, _ = begun(cast, client)
    sent = client.post(url_of("add", review), {"what": "relative", "real": real, "role": "friend"})
    assert sent.status_code == 302
    assert f"<bdi>{real}</bdi>" in text(client.post(url_of("names", review)))
    first = real.split()[0].strip("\u202e\u202c")
    clash = client.post(
        url_of("pseudonym", review, entry_of(cast, review, "Craig Daniel Marsh")), {"pseudonym": first}
    )
    assert "is the real name of somebody in this case" in text(clash)


def test_wrong_input_is_said_beside_its_field(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client)
    double = text(client.post(url_of("add", review), {"what": "relative", "real": "craig daniel MARSH"}))
    assert 'id="id_real-error"' in double and "on the register already" in double
    empty = text(client.post(url_of("add", review), {"what": "relative", "real": " . "}))
    assert 'id="id_real-error"' in empty
    own = {"what": "relative", "real": "Ann Obi", "pseudonym": "Ann"}
    assert 'id="id_pseudonym-error"' in text(client.post(url_of("add", review), own))
    other = text(client.post(url_of("forms", review, entry), {"real": "Margaret Anne Holloway", "role": ""}))
    assert 'id="id_real-error"' in other and "on the register already" in other


def test_forms_that_two_entries_list_are_said(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client)
    do(actions.agree_pseudonym, entry=entry, pseudonym="Neil", by=cast.coordinator)
    sent = {"what": "relative", "real": "Dee Marsh", "aliases": "Craig Daniel Marsh", "role": "sister"}
    page = client.post(url_of("add", review), sent, follow=True)
    assert "“Craig Daniel Marsh” is also a form of “Neil”" in text(page)


def test_the_register_is_taken_out_and_comes_back_whole(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client)
    do(actions.add_entry, review=review, kind="identifier", real="+44 7700 900123", by=cast.coordinator)
    do(actions.agree_pseudonym, entry=entry, pseudonym="Neil", by=cast.coordinator)
    url = url_of("export", review)
    assert b"Craig" not in client.get(url).content
    file = client.post(url)
    assert file["Content-Disposition"].endswith('register OFFICIAL-SENSITIVE.csv"')
    assert "no-store" in file["Cache-Control"]
    told = file.content.decode("utf-8-sig")
    assert "person,Craig Daniel Marsh,Neil" in told and "'+44 7700 900123" in told
    with acting_as(cast.coordinator.pk):
        before = [(one.real, one.forms, one.pseudonym) for one in queries.register(review)]
        assert AuditEvent.objects.filter(kind="people.register_exported").count() == 1
    client.post(url_of("import", review), {"register": SimpleUploadedFile("r.csv", file.content)})
    with acting_as(cast.coordinator.pk):
        assert [(one.real, one.forms, one.pseudonym) for one in queries.register(review)] == before


def test_only_who_names_people_takes_the_register_out(cast: Cast, client: Client) -> None:
    review, _ = begun(cast, client)
    for person, answer in ((cast.partnership_chair, 403), (cast.officer, 404), (cast.stranger, 404)):
        client.force_login(person)
        assert client.post(url_of("export", review)).status_code == answer
    with acting_as(cast.coordinator.pk):
        assert not AuditEvent.objects.filter(kind="people.register_exported").exists()


def test_a_search_stays_out_of_the_address_and_shows_no_name(cast: Cast, client: Client) -> None:
    review, entry = begun(cast, client)
    do(actions.agree_pseudonym, entry=entry, pseudonym="Neil", by=cast.coordinator)
    found = text(client.post(url_of("list", review), {"words": "neil"}))
    assert "Neil" in found and "1 of " in found
    assert "Nothing on the register fits" in text(client.post(url_of("list", review), {"words": "Craig"}))
    assert "Craig Daniel Marsh" in text(client.post(url_of("names", review), {"words": "cräig"}))
    unnamed = text(client.post(url_of("list", review), {"words": "", "unnamed": "on"}))
    assert "None agreed yet" in unnamed and ">Neil<" not in unnamed


@pytest.mark.parametrize("page", ["list", "entry", "pseudonym", "several"])
def test_a_long_register_asks_the_database_no_more(cast: Cast, client: Client, page: str) -> None:
    review, entry = begun(cast, client)
    url = url_of(page, review, entry if page in ("entry", "pseudonym") else None)
    client.get(url)
    with CaptureQueriesContext(connection) as before:
        client.get(url)
    lines = [Line(f"{at} Mill Row", "a house nearby" if at % 2 else "") for at in range(60)]
    do(actions.add_entries, review=review, kind="place", lines=lines, by=cast.coordinator)
    with CaptureQueriesContext(connection) as after:
        assert client.get(url).status_code == 200
    assert len(after) == len(before)
