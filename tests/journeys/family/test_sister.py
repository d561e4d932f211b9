"""The victim's sister takes part by her private link: no account, a code to her telephone, one question at a time."""

from illuminate.cli.demo.story.involvement import (
    HER_COMMENT,
    HER_WORDS,
    THE_ANSWER,
    answered,
    code_sent,
    given,
    linked,
    relative,
    uncle,
    written_to,
)
from illuminate.cli.demo.story.report import drafted
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.involvement.models import Comment
from tests.cast import Cast
from tests.journeys.conftest import Arrive, Door, Visitor


def let_in(visitor: Visitor, path: str) -> None:
    visitor.open(path)
    visitor.click("Send me a code")
    visitor.fill(code=code_sent())
    visitor.click("Continue")


def test_she_says_how_she_takes_part_and_writes_about_her_sister(
    cast: Cast, visitor: Arrive, sign_in: Door
) -> None:
    review = drafted(cast)
    kate = linked(cast, written_to(cast, relative(cast, review)))
    at_home = visitor()
    let_in(at_home, kate.path)
    at_home.sees("Leave this page quickly")
    at_home.open("/family/part/told/")
    at_home.click("Continue")
    at_home.sees("There is a problem")
    at_home.choose(state="accepted")
    at_home.click("Continue")
    at_home.open("/family/words/")
    at_home.click("Start writing")
    at_home.fill(text=HER_WORDS)
    at_home.click("Send it to us")
    at_home.sees("We have what you wrote", "She sang in the car", "Take this back")

    imogen = sign_in(cast.independent_chair)
    imogen.open(f"/reviews/{review.slug}/family/{kate.relative.pk}/words/")
    imogen.sees("She sang in the car")
    for person in (cast.panel_member, cast.housing_author):
        others = sign_in(person)
        others.open(f"/reviews/{review.slug}/family/")
        others.does_not_see("She sang", "Kate")
    at_home.open("/")
    at_home.does_not_see("What waits for me")


def test_she_reads_the_draft_beside_a_place_to_write_and_is_answered(cast: Cast, visitor: Arrive) -> None:
    review = drafted(cast)
    kate = linked(cast, written_to(cast, relative(cast, review)))
    at_home = visitor()
    let_in(at_home, kate.path)
    at_home.open("/family/part/draft/")
    at_home.choose(state="accepted")
    at_home.click("Continue")
    reading = given(cast, kate, review)
    at_home.open(f"/family/draft/{reading.pk}/")
    at_home.follow("15. Overview and analysis")
    at_home.page.locator("summary", has_text="Write about this part").nth(1).click()
    at_home.page.locator("textarea").nth(1).fill(HER_COMMENT)
    at_home.page.get_by_role("button", name="Send it to us").first.click()
    at_home.page.wait_for_load_state()
    at_home.look()
    with acting_as(cast.independent_chair.pk):
        comment = Comment.objects.get()
    answered(cast, comment)
    at_home.open("/family/answers/")
    at_home.sees(HER_COMMENT, THE_ANSWER)


def test_a_wrong_code_an_old_link_and_another_branch_say_nothing(cast: Cast, visitor: Arrive) -> None:
    review = drafted(cast)
    kate = linked(cast, written_to(cast, relative(cast, review)))
    owen = uncle(cast, review)
    at_home = visitor()
    at_home.open("/family/link/nonsense/")
    at_home.does_not_see("review", "Louise", "Northbridge")
    at_home.open(kate.path)
    at_home.click("Send me a code")
    at_home.fill(code="000000")
    at_home.click("Continue")
    at_home.sees("There is a problem")
    elsewhere = visitor()
    let_in(elsewhere, owen.path)
    elsewhere.does_not_see("Kate", "Siân", "sister")
