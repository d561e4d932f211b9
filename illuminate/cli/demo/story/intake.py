"""The example case from the police's call to the decision, through real actions; and the second case, "Hazel".

Each step begins with the one before: `commissioned(cast)` has notified, scoped and decided.
"""

import json
from datetime import date, time

from django.urls import reverse

from illuminate.cli.demo.cast import Cast, do
from illuminate.foundation.access import actions_forms as forms
from illuminate.foundation.access.models import Organisation
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.intake import actions
from illuminate.journey.intake.details import NotificationDetails, NotifiedPersonDetails
from illuminate.journey.intake.legal_test import LimbInput
from illuminate.journey.intake.models import HomeOfficeNotice, Notification, ScopingRequest
from illuminate.journey.reviews.models import Review

TOLD_ON = date(2021, 10, 12)
DECIDED_ON = date(2021, 11, 2)

VICTIM = NotifiedPersonDetails(
    kind="victim", name="Margaret Anne Holloway", other_names="Maggie, Margaret Pryce", born=date(1982, 3, 14),
    sex="female", ethnicity="white_british", disability="yes", address="14 Quarry Bank, Northbridge NB4 7QX",
    gp="Millrace Medical Centre", nhs_number="999 001 4213",
)  # fmt: skip
SUSPECT = NotifiedPersonDetails(
    kind="suspect", name="Craig Daniel Marsh", born=date(1979, 9, 2), sex="male", ethnicity="white_british",
    address="Flat 3, 22 Tannery Row, Northbridge NB1 4QT", relationship="Former partner", state="remanded",
    charge="Murder", charged_on=date(2021, 10, 11), hearing_on=date(2021, 11, 9),
    hearing_court="Northshire Crown Court",
)  # fmt: skip
CHILDREN = (
    NotifiedPersonDetails(kind="child", name="William James Holloway", born=date(2008, 6, 19), sex="male",
                          whereabouts="With his father", safe="yes"),
    NotifiedPersonDetails(kind="child", name="Isla Grace Marsh", born=date(2014, 1, 30), sex="female",
                          whereabouts="With her grandmother and aunt", safe="unknown"),
)  # fmt: skip
SISTER = NotifiedPersonDetails(
    kind="next_of_kin",
    name="Siân Pryce-Okafor",
    relationship="sister of the person who died",
    phone="07700 900358",
)
ALDER = NotificationDetails(
    told_on=TOLD_ON, people=(VICTIM, SUSPECT, *CHILDREN, SISTER), referrer_name="Moira Kettleburgh",
    referrer_role="Senior investigating officer", referrer_phone="020 7946 0114",
    referrer_email="m.kettleburgh@northshire-police.example.org", died_from=date(2021, 10, 9), died_at=time(22, 21),
    died_place="14 Quarry Bank, Northbridge NB4 7QX", manner="killed", cause="Stab wound",
    circumstances="A neighbour rang 999 at 21:47. Margaret Holloway was found at home.",
    household="no", investigator_name="DCI Moira Kettleburgh",
    liaison_name="DC Aaron Whitlock", liaison_contact="07700 900846", coroner="Northshire, NC/2021/0877",
    operation="Operation Tansy", has_children="yes", earlier_abuse="yes", history="Conviction April 2018.",
    marac="yes", marac_details="Three times", mappa="no", agencies="Tidewell Homes\nThe hospital",
    proceedings="Referral to the IOPC", press="yes", kin_told="yes", kin_told_of_review="yes",
    recommendation="review", recommendation_reasons="The criteria are met.",
)  # fmt: skip
HAZEL = NotificationDetails(
    told_on=date(2022, 4, 1),
    people=(
        NotifiedPersonDetails(kind="victim", name="Jaspreet Kaur Dhariwal", born=date(1994, 6, 2), sex="female"),
        NotifiedPersonDetails(kind="suspect", name="Harvinder Dhariwal", sex="male", relationship="Husband",
                              state="not_arrested", not_known=("born",)),
    ),
    died_from=date(2022, 3, 20), died_until=date(2022, 3, 22), manner="suicide", household="yes",
    earlier_abuse="unknown", marac="no", mappa="no", press="no", has_children="no", recommendation="unsure",
)  # fmt: skip

MET = (
    LimbInput("age", "yes", "She was 39."),
    LimbInput("cause", "yes", "A stab wound; a charge of murder."),
    LimbInput("relative", "yes", "Former partner until January 2021."),
    LimbInput("household", "no", "They lived apart since January 2021."),
    LimbInput("suicide", "no", "Nothing points to it."),
)
HAZEL_LIMBS = (
    LimbInput("age", "yes", "She was 27."),
    LimbInput("cause", "unknown", ""),
    LimbInput("relative", "unknown", ""),
    LimbInput("household", "unknown", ""),
    LimbInput("suicide", "no", "The coroner's officer has no concerns."),
)


def loaded(cast: Cast, notification: Notification) -> Review:
    """The review as the coordinator sees it."""
    with acting_as(cast.coordinator.pk):
        return Review.objects.select_related("partnership").get(pk=notification.review_id)


def notification(cast: Cast, details: NotificationDetails = ALDER, code_word: str = "Alder") -> Notification:
    """The police officer has told the partnership."""
    _ = cast.coordinator, cast.partnership_chair
    told: Notification = do(
        actions.notify, partnership=cast.partnership, details=details, code_word=code_word, by=cast.officer
    )
    return told


def begun(cast: Cast) -> None:
    """The officer has begun another notification and was called away; nothing is sent."""
    written = {
        "referrer_name": ["Moira Kettleburgh"], "referrer_role": ["Senior investigating officer"],
        "victim-0-name": ["Not yet identified"], "circumstances": ["A concern for welfare was reported at 06:10."],
    }  # fmt: skip
    do(forms.keep_draft, path=reverse("intake:notify"), text=json.dumps(written), title="Notify a death",
       by=cast.officer)  # fmt: skip


def notified(cast: Cast) -> Review:
    return loaded(cast, notification(cast))


def deciding(cast: Cast) -> Review:
    """The coordinator has opened scoping; three agencies are asked, two have answered."""
    review = notified(cast)
    do(actions.open_scoping, review=review, happened_on=date(2021, 10, 13), by=cast.coordinator)
    for agency, name, email in (
        (cast.hospital, "Hilary Stroud", "safeguarding@nvh.example.org"),
        (cast.housing, "Valerie Marlowe", "housing@tidewell.example.org"),
        (cast.fire, "Station office", "office@nfrs.example.org"),
    ):
        do(actions.ask_agency, review=review, organisation=agency, contact_name=name, contact_email=email,
           happened_on=date(2021, 10, 14), by=cast.coordinator)  # fmt: skip
    for agency, known, day in ((cast.hospital, "yes", 20), (cast.fire, "no", 21)):
        do(actions.record_return, request=request_to(cast, review, agency), known=known,
           first_contact="2014" if known == "yes" else "", kinds="Attendances" if known == "yes" else "",
           records_secured="yes", records_secured_where="Records office", secured_on=date(2021, 10, 18),
           happened_on=date(2021, 10, day), by=cast.coordinator)  # fmt: skip
    return review


def request_to(cast: Cast, review: Review, organisation: Organisation) -> ScopingRequest:
    """The scoping request to an agency."""
    with acting_as(cast.coordinator.pk):
        found = ScopingRequest.objects.select_related("organisation", "compartment", "review__partnership")
        return found.get(review=review, organisation=organisation)


def commissioned(cast: Cast) -> Review:
    """The chair has decided: a review. The Home Office is told."""
    review = deciding(cast)
    _ = cast.home_office_reader, cast.quality_reader
    do(actions.decide, review=review, outcome="hold", limbs=MET, consulted="The police and the council agree.",
       reasons="Every limb but household is met, and there is much to learn.", happened_on=DECIDED_ON,
       by=cast.partnership_chair)  # fmt: skip
    return review


decided = commissioned


def not_held(cast: Cast) -> Review:
    """The second death, "Hazel": the chair decides that there is no review."""
    _ = cast.home_office_reader, cast.quality_reader
    review = loaded(cast, notification(cast, HAZEL, "Hazel"))
    do(actions.open_scoping, review=review, happened_on=date(2022, 4, 4), by=cast.coordinator)
    do(actions.ask_agency, review=review, organisation=cast.fire, contact_name="Station office",
       contact_email="office@nfrs.example.org", happened_on=date(2022, 4, 4), by=cast.coordinator)  # fmt: skip
    do(actions.record_return, request=request_to(cast, review, cast.fire), known="no",
       happened_on=date(2022, 4, 12), by=cast.coordinator)  # fmt: skip
    do(actions.decide, review=review, outcome="not_hold", limbs=HAZEL_LIMBS, consulted="The coroner's officer.",
       reasons="The coroner's officer believes that she took her own life.", alternatives="None open to us.",
       why_nobody_knew="She had come to the country a year before and spoke to few people.",
       what_family_knew="Her brother says that her passport and wages were held by others.",
       happened_on=date(2022, 4, 28), by=cast.partnership_chair)  # fmt: skip
    return review


def notice_of(cast: Cast, review: Review) -> HomeOfficeNotice:
    """What the Home Office was told, as its reader sees it."""
    with acting_as(cast.home_office_reader.pk):
        found = HomeOfficeNotice.objects.select_related("compartment", "partnership", "letter")
        return found.get(review_id=review.pk)


def directed(cast: Cast) -> Review:
    """The Home Office asks for a review of "Hazel"; a direction is not needed."""
    review = not_held(cast)
    do(actions.reverse_decision, notice=notice_of(cast, review), kind="request",
       reasons="A charge is not needed; that few agencies knew the family may be the learning.",
       happened_on=date(2022, 6, 17), by=cast.home_office_reader)  # fmt: skip
    return loaded(cast, review_notification(cast, review))


def review_notification(cast: Cast, review: Review) -> Notification:
    with acting_as(cast.coordinator.pk):
        return Notification.objects.get(review=review)
