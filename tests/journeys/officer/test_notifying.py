"""A police officer tells the partnership of a death, and the partnership takes it to a decision."""

from django.utils.timezone import localdate

from illuminate.cli.demo.story.intake import deciding
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import delivery, transports
from illuminate.journey.intake.models import HomeOfficeNotice
from illuminate.journey.reviews.models import Review
from tests.cast import Cast
from tests.journeys.conftest import Door

LIMBS = {"age": "yes", "cause": "yes", "relative": "yes", "household": "no", "suicide": "no"}


def test_the_officer_notifies_and_sees_that_notification_only(cast: Cast, sign_in: Door) -> None:
    _ = cast.coordinator, cast.partnership_chair, cast.partnership
    moira = sign_in(cast.officer)
    moira.open("/notifications/new/")
    moira.click("Check your answers")
    moira.sees("There is a problem")
    today = localdate()
    moira.choose(day_known="exact", manner="killed", recommendation="review")
    for part, number in (("day", today.day), ("month", today.month), ("year", today.year)):
        moira.page.locator(f"[name='died_on-{part}']").fill(str(number))
    moira.fill(circumstances="A neighbour rang 999. Margaret Holloway was found at home.", cause="Stab wound")
    moira.page.get_by_label("Full name").first.fill("Margaret Anne Holloway")
    moira.click("Check your answers")
    moira.sees("Margaret Anne Holloway", "Stab wound")
    moira.page.get_by_role("button", name="Send").first.click()
    moira.page.wait_for_load_state()
    moira.look()
    with acting_as(cast.coordinator.pk):
        review = Review.objects.get()
    moira.sees(review.reference)
    moira.open(f"/reviews/{review.slug}/")
    moira.does_not_see("What there is to do", "Deciding")

    delivery.deliver_all()
    told = [mail for mail in transports.MEMORY if mail.channel == "email"][-2:]
    assert {mail.to for mail in told} == {cast.coordinator.email, cast.partnership_chair.email}
    assert not [mail for mail in told if "Holloway" in mail.subject + mail.body or "Stab" in mail.body]


def test_the_chair_decides_limb_by_limb_and_the_home_office_has_it_in_its_queue(
    cast: Cast, sign_in: Door
) -> None:
    _ = cast.home_office_reader, cast.quality_reader
    review = deciding(cast)
    adaeze = sign_in(cast.partnership_chair)
    adaeze.open(f"/reviews/{review.slug}/decision/")
    adaeze.choose(outcome="hold", **{f"met_{limb}": answer for limb, answer in LIMBS.items()})
    for limb in LIMBS:
        adaeze.fill(**{f"evidence_{limb}": "The notification and the charge show it."})
    adaeze.fill(
        facts="A woman aged 39 died at home of a stab wound.", consulted="The police and the council agree.",
        reasons="The limbs are met, and there is much to learn.",
    )  # fmt: skip
    adaeze.page.locator("main form button[type='submit']").last.click()
    adaeze.page.wait_for_load_state()
    adaeze.look()
    with acting_as(cast.home_office_reader.pk):
        notice = HomeOfficeNotice.objects.select_related("compartment").get()
    gwendolyn = sign_in(cast.home_office_reader)
    gwendolyn.open("/home-office/")
    gwendolyn.sees(notice.compartment.reference)
    gwendolyn.open(f"/home-office/{notice.pk}/")
    gwendolyn.sees("Download")
    gwendolyn.does_not_see("Holloway", "Margaret", "Quarry Bank")
