"""The agencies of the example case send their whole chronologies; what comparing them raises is settled in part."""

from datetime import date
from pathlib import Path

from illuminate.cli.demo.cast import Cast, do
from illuminate.cli.demo.story.panel import LINES
from illuminate.foundation.access.models import Organisation, User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.documents.forms import Upload
from illuminate.journey.agencies import actions as agencies
from illuminate.journey.agencies.models import InformationRequest
from illuminate.journey.chronology import actions, comparing
from illuminate.journey.chronology.models import ChronologyFile, Entry, Finding
from illuminate.journey.reviews.models import Review

FILES = Path(__file__).parent.parent / "case" / "chronologies"
OTHERS = (
    ("Northshire Police", "police", "NP", "police_chronology_v3_FINAL.xlsx", "Desmond Carrow"),
    ("Millrace Medical Centre", "agency", "GP", "gp.docx", "Olwen Pritchett"),
    ("Northbridge Council Children’s Services", "agency", "CSC", "childrens_services.xlsx", "Ruth Eddery"),
    ("Northbridge Council Adult Social Care", "agency", "ASC", "asc_export.csv", "Graham Thewlis"),
    ("Lantern Domestic Abuse Service", "agency", "IDVA", "lantern_idva.docx", "Zainab Orrell"),
    ("Northshire Probation Service", "agency", "NPS", "probation.ods", "Keith Maddern"),
    ("Willow Lane Primary School", "agency", "WLPS", "willow_lane_school.docx", "Philippa Snead"),
)
SENT_ON, RELEASED_ON, SETTLED_ON = date(2022, 2, 25), date(2022, 3, 1), date(2022, 3, 4)
SETTLED = (  # words of one of its entries, kind, field, decision, why
    ("Fell on the stairs", "same_event", "", "same", "The practice’s entry is the hospital’s letter."),
    ("Fell on the stairs", "conflict", "cause of injury", "noted", "Two accounts of one injury; she was not asked."),
    ("Fell on the stairs", "conflict", "date", "explained", "The letter was read the day after she was seen."),
    ("Case closed. Letters to GP", "silence", "", "explained", "Lantern’s case was closed for the whole of that time."),
    ("DASH medium, 10 ticks", "one_sided", "", "noted", "The referral was sent; nothing shows that it was read."),
)  # fmt: skip
MARKED = (
    ("DASH high, 17 ticks", "key_episode", "The risk was called high for the first time, by a child’s call."),
    ("heard as a high-risk case", "key_episode", "All agencies had the risk before them for the first time."),
    ("DASH medium, 10 ticks", "missed_opportunity", "She told of her telephone being taken; no referral arrived."),
    ("checks the mileage", "missed_opportunity", "She told of being watched; she was not asked what else he did."),
    ("Seen alone by nurse", "good_practice", "She was seen alone, and asked."),
    ("William seen alone at school", "good_practice", "A child was heard, with somebody he trusts beside him."),
)  # fmt: skip


def told(cast: Cast, review: Review) -> None:
    """The agencies send, the entries are compared, the chair releases, settles and marks."""
    for name, kind, short, file, person in OTHERS:
        organisation = cast.organisation(name, kind, short)
        author = cast.person(person, f"{short.casefold()}@chronologies.example.org")
        _asked(cast, review, organisation, author)
        _sent(cast, review, organisation, author, file)
    _sent(cast, review, cast.hospital, cast.hospital_author, "hospital_trust.docx")
    _sent(cast, review, cast.housing, cast.housing_author, "tidewell_homes.xls")
    comparing.run(review.pk, eyes=cast.independent_chair.pk)
    for received in _files(cast, review):
        do(actions.release, file=received, happened_on=RELEASED_ON, by=cast.independent_chair)
    _settled(cast, review)
    _marked(cast, review)


def _asked(cast: Cast, review: Review, organisation: Organisation, author: User) -> None:
    do(agencies.ask, review=review, organisation=organisation, author=author, wants_chronology=True, wants_imr=False,
       questions="\n".join(LINES), happened_on=date(2022, 2, 1), by=cast.independent_chair)  # fmt: skip


def _sent(cast: Cast, review: Review, organisation: Organisation, author: User, name: str) -> None:
    with acting_as(cast.coordinator.pk):
        rows = InformationRequest.objects.select_related("organisation", "compartment")
        request = rows.get(review=review, organisation=organisation)
    upload = Upload(name, (FILES / name).read_bytes())
    do(actions.receive, request=request, upload=upload, happened_on=SENT_ON, by=author)


def _files(cast: Cast, review: Review) -> list[ChronologyFile]:
    """All but one, so that the page shows what is released and what is not."""
    with acting_as(cast.independent_chair.pk):
        rows = ChronologyFile.objects.select_related("document", "compartment", "organisation")
        current = rows.filter(review=review, replaced_at=None, released_on=None)
        return list(current.exclude(organisation__short_name="ASC"))


def _settled(cast: Cast, review: Review) -> None:
    """Some of what the comparison raised; the rest stays open."""
    for words, kind, field, decision, note in SETTLED:
        entry = _entry(cast, review, words)
        with acting_as(cast.independent_chair.pk):
            finding = Finding.objects.get(
                review=review, kind=kind, field=field, gone_at=None, entries__contains=[entry.identity]
            )
        do(actions.settle, finding=finding, decision=decision, note=note, seen=0, happened_on=SETTLED_ON,
           by=cast.independent_chair)  # fmt: skip


def _marked(cast: Cast, review: Review) -> None:
    for words, kind, note in MARKED:
        entry = _entry(cast, review, words)
        do(actions.mark, entry=entry, kind=kind, note=note, happened_on=SETTLED_ON, by=cast.independent_chair)


def _entry(cast: Cast, review: Review, words: str) -> Entry:
    """The one entry that has these words."""
    with acting_as(cast.independent_chair.pk):
        rows = Entry.objects.filter(review=review, file__replaced_at=None, event__icontains=words)
        return rows.select_related("file").get()
