"""Entries as agencies write them, for the stories of this engine."""

from datetime import date, time, timedelta

from illuminate.engines.chronology import Entry, Original, Reading, Source, combine
from illuminate.engines.chronology.findings import Finding, find
from illuminate.engines.dates import When

POLICE = "Wealdshire Police"
GP = "Orchard Road Surgery"
HOSPITAL = "Wealdshire University Hospitals NHS Foundation Trust"
CSC = "Wealdshire County Council Children's Social Care"
ASC = "Wealdshire County Council Adult Social Care"
HOUSING = "Kestrel Housing Association"
IDVA = "Haven Women's Aid"
PROBATION = "National Probation Service Wealdshire"
SCHOOL = "St Bede's Catholic Primary School"
MENTAL = "Downland Partnership NHS Foundation Trust"
AMBULANCE = "South Weald Ambulance Service"
RECOVERY = "Bridge Drug and Alcohol Service"
# An agency, its words, and the day and time where they matter.
Account = tuple[str, ...]
THAT_DAY = "2019-05-14"
AGENCIES = (POLICE, GP, HOSPITAL, CSC, ASC, HOUSING, IDVA, PROBATION, SCHOOL, MENTAL, AMBULANCE, RECOVERY)
DULL = (
    "Routine contact, nothing of note",
    "Rent account in credit",
    "Repeat items issued",
    "Parking query",
    "Spelling certificate",
    "Newsletter",
)


def entry(
    agency: str,
    day: str,
    text: str,
    response: str = "",
    *,
    at: str = "",
    who: str = "Nadia Kerr",
    row: int = 0,
    comment: str = "",
) -> Entry:
    """One entry; ``day`` is ISO, ``at`` a time."""
    one = date.fromisoformat(day)
    moment = time.fromisoformat(at) if at else None
    when = When(one, one, "minute" if at else "day", time=moment)
    names = tuple(name.strip() for name in who.split(",") if name.strip())
    return Entry(
        agency,
        Source(f"{agency}.xlsx", "Sheet1", row),
        Original(day, at, text),
        when,
        names,
        text,
        response,
        comment,
    )


def told(account: Account) -> Entry:
    """The entry of one account of an event of that day."""
    agency, words, day, at = (*account, "", "")[:4]
    return entry(agency, day or THAT_DAY, words, at=at)


def quiet_life() -> list[Entry]:
    """A case's ordinary background: every agency has some entries over the years, on days that nothing else uses."""
    found = []
    for number, agency in enumerate(AGENCIES):
        for step in range(24):
            day = date(2015, 1, 5) + timedelta(days=step * 120 + number * 9)
            found.append(entry(agency, day.isoformat(), DULL[(step + number) % len(DULL)], row=1000 + step))
    return found


def findings_of(*told: Entry) -> tuple[list[Finding], dict[str, int]]:
    """All findings of a case in which these entries stand among the ordinary ones; ids by place in ``told``."""
    rows = [*told, *quiet_life()]
    numbered = [
        Entry(**{**{f: getattr(e, f) for f in e.__slots__}, "extra": {"n": str(n)}})
        for n, e in enumerate(rows)
    ]
    entries = combine([Reading("case", "", tuple(numbered), (), ())])
    places = {e.id: int(e.extra["n"]) for e in entries}
    return find(entries), places


def groups_of(*told: Entry) -> list[set[int]]:
    """The same events among ``told``, as sets of places."""
    found, places = findings_of(*told)
    return [{places[one] for one in f.entries} for f in found if f.kind == "same_event"]


def same(*told: Entry) -> bool:
    """Whether all entries are one event."""
    return any(set(range(len(told))) <= group for group in groups_of(*told))


def unanswered(*told: Entry) -> list[tuple[int, str]]:
    """(place, expected agency) of what nobody received."""
    found, places = findings_of(*told)
    return [(places[f.entries[0]], f.expected_agency) for f in found if f.kind == "one_sided"]


def fields_of(*told: Entry) -> set[str]:
    """The fields of all conflicts."""
    found, _ = findings_of(*told)
    return {f.field for f in found if f.kind == "conflict"}
