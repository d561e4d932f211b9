"""The people pages, each asked by nobody, by a stranger, by who may, and with wrong input."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from illuminate.cli.demo.story.intake import deciding
from illuminate.foundation.access import compartments
from illuminate.foundation.access.compartments import Seat
from illuminate.foundation.access.roles import Role
from illuminate.foundation.audit.models import AuditEvent
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.people import queries
from illuminate.journey.reviews.models import Review
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGES = ("list", "add", "several", "import", "export")
ENTRY_PAGES = ("entry", "pseudonym", "real_name", "forms")


def address(page: str, review: Review, cast: Cast) -> str:
    if page in PAGES:
        return reverse(f"people:{page}", args=[review.slug])
    with acting_as(cast.coordinator.pk):
        entry = queries.subjects(review)[0].entry
    return reverse(f"people:{page}", args=[review.slug, entry.pk])


@pytest.mark.parametrize("page", [*PAGES, *ENTRY_PAGES])
def test_four_people_ask(cast: Cast, client: Client, page: str) -> None:
    review = deciding(cast)
    url = address(page, review, cast)
    assert client.get(url)["Location"].startswith(reverse("account_login"))
    for nobody in (cast.stranger, cast.officer, cast.home_office_reader):
        client.force_login(nobody)
        assert client.get(url).status_code == 404
    with acting_as(cast.coordinator.pk):
        seat = Seat(Role.PANEL_MEMBER, user_id=cast.panel_member.pk)
        compartments.admit(review_id=review.pk, seat=seat, by=cast.coordinator)
    client.force_login(cast.panel_member)
    assert client.get(url).status_code == 404
    client.force_login(cast.coordinator)
    page_shown = client.get(url)
    assert page_shown.status_code == 200
    title = page_shown.content.decode().split("<title>")[1].split("</title>")[0]
    assert "Margaret" not in title and "Holloway" not in title


def test_the_list_has_no_name_until_it_is_asked_for(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    client.force_login(cast.partnership_chair)
    assert b"Margaret" not in client.get(reverse("people:list", args=[review.slug])).content
    url = reverse("people:names", args=[review.slug])
    assert client.get(url).status_code == 405
    shown = client.post(url)
    assert b"Margaret Anne Holloway" in shown.content
    assert "no-store" in shown["Cache-Control"]
    client.force_login(cast.stranger)
    assert client.post(url).status_code == 404
    with acting_as(cast.coordinator.pk):
        assert AuditEvent.objects.filter(kind="people.names_shown").count() == 1


def test_opening_an_entry_is_recorded(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    page = client.get(address("entry", review, cast))
    assert b"999 001 4213" in page.content
    with acting_as(cast.coordinator.pk):
        assert AuditEvent.objects.filter(kind="people.entry_read").exists()


def test_a_pseudonym_is_agreed_or_refused_in_words(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    url = address("pseudonym", review, cast)
    assert b"There is a problem" in client.post(url, {"pseudonym": ""}).content
    assert "“Craig” is the real name" in client.post(url, {"pseudonym": "Craig"}).content.decode()
    assert client.post(url, {"pseudonym": "Louise"}).status_code == 302
    client.force_login(cast.partnership_chair)
    assert client.post(url, {"pseudonym": "Ruth"}).status_code == 403
    with acting_as(cast.coordinator.pk):
        assert queries.subjects(review)[0].entry.pseudonym == "Louise"


def test_somebody_is_added(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    url = reverse("people:add", args=[review.slug])
    assert b"There is a problem" in client.post(url, {"what": ""}).content
    wrong = client.post(url, {"what": "date", "real": "some day"})
    assert "Write the date as" in wrong.content.decode()
    child = {"what": "child", "real": "<b>Sam</b> Marsh", "aliases": "Sammy\nS Marsh", "pseudonym": "Theo"}
    assert client.post(url, child).status_code == 302
    friend = {"what": "relative", "real": "Grace Adeyemi", "role": "friend"}
    assert client.post(url, friend).status_code == 302
    with acting_as(cast.coordinator.pk):
        sam = next(one for one in queries.subjects(review) if one.name == "<b>Sam</b> Marsh")
        assert sam.entry.pseudonym == "Theo"
        assert sam.entry.forms[1:] == ["Sammy", "S Marsh"]
    shown = client.post(reverse("people:names", args=[review.slug])).content
    assert b"<b>Sam</b>" not in shown and b"&lt;b&gt;Sam" in shown


def test_a_real_name_is_corrected(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    url = address("forms", review, cast)
    assert b"There is a problem" in client.post(url, {"real": "?", "role": "", "aliases": ""}).content
    assert (
        client.post(url, {"real": "Margaret Holloway", "role": "victim", "aliases": "Mags\nM H"}).status_code
        == 302
    )
    with acting_as(cast.coordinator.pk):
        assert queries.subjects(review)[0].entry.forms == ["Margaret Holloway", "Mags", "M H"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("register.csv", b"", "empty"),
        ("register.csv", b"kind,real\n", "no column pseudonym"),
        ("register.csv", "kind,real,pseudonym\nperson,Siân,".encode("latin-1"), "UTF-8"),
        ("register.exe", b"MZ", "There is a problem"),
    ],
)
def test_a_wrong_register_file_is_refused_in_words(
    cast: Cast, client: Client, name: str, data: bytes, words: str
) -> None:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    page = client.post(
        reverse("people:import", args=[review.slug]), {"register": SimpleUploadedFile(name, data)}
    )
    assert page.status_code == 200
    assert words in page.content.decode()


def test_a_register_file_is_read(cast: Cast, client: Client) -> None:
    review = deciding(cast)
    client.force_login(cast.coordinator)
    data = "\ufeffkind,real,pseudonym,role,aliases\nperson,Siân Pryce-Okafor,Kate,sister,Sian\n".encode()
    url = reverse("people:import", args=[review.slug])
    assert client.post(url, {"register": SimpleUploadedFile("register.csv", data)}).status_code == 302
    assert b"Kate" in client.get(reverse("people:list", args=[review.slug])).content
