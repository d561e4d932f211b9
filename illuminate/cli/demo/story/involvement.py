"""The example case's family, through real actions: the sister and the mother, and an uncle of an estranged branch.

The sister's words are those of letters/family_email.txt.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from illuminate.cli.demo.cast import Cast, do
from illuminate.cli.demo.story.report import drafted, latest
from illuminate.foundation.access.models import User
from illuminate.foundation.database.acting import acting_as
from illuminate.foundation.mailroom import delivery, transports
from illuminate.journey.involvement import actions
from illuminate.journey.involvement.choices import AnswerOutcome, Bringer, Code, LinkWay, State
from illuminate.journey.involvement.models import Comment, Contribution, DraftReading, PrivateLink, Relative
from illuminate.journey.reviews.models import Review

LETTER_ON = date(2022, 1, 20)
GIVEN_ON = date(2023, 1, 9)
UNTIL = date(2023, 1, 30)
ANSWERED_ON = date(2023, 2, 6)
RING = "Imogen Ashdown, 07700 900781"
LIAISON = {"bringer": Bringer.LIAISON, "bringer_name": "DC Aaron Whitlock", "happened_on": LETTER_ON}
SISTER: dict[str, Any] = {
    "name": "Siân Pryce-Okafor", "relationship": "Sister", "pseudonym": "Kate", "lives_with_responsible": "no",
    "phone": "07700 900358", "email": "sian.po@example.org", "ring": RING,
}  # fmt: skip
UNCLE: dict[str, Any] = {
    "name": "Gareth Pryce", "relationship": "Uncle, her father's brother", "pseudonym": "Owen",
    "lives_with_responsible": "no", "phone": "07700 900741", "ring": RING,
}  # fmt: skip
HER_WORDS = (
    "She sang in the car, badly, and she knew all the words. She remembered everybody's birthday. "
    "2017 was not quiet: it was the worst year."
)
HER_COMMENT = "She never said he could move back in. That was his reason. Can it say that?"
THE_ANSWER = (
    "You are right, and we are sorry. It now says that he gave lockdown as his reason, and that "
    "she had not agreed."
)


def relative(cast: Cast, review: Review, who: dict[str, Any] = SISTER) -> Relative:
    """Somebody close to the person who died, in a branch of their own."""
    made: Relative = do(actions.record_relative, review=review, **who, by=cast.independent_chair)
    return seen(cast, made)


def seen(cast: Cast, one: Relative) -> Relative:
    """A relative as the chair sees them now."""
    with acting_as(cast.independent_chair.pk):
        related = ("review__partnership", "compartment", "entry", "user")
        return Relative.objects.select_related(*related).get(pk=one.pk)


def written_to(cast: Cast, one: Relative) -> Relative:
    """The chair has written first, by the family liaison officer."""
    do(actions.write_first, relative=one, **LIAISON, by=cast.independent_chair)
    return seen(cast, one)


@dataclass
class Inside:
    """A relative with a private link: the account behind it, and the path that was told once."""

    relative: Relative
    user: User
    path: str

    def act(self, action: Any, **what: Any) -> Any:
        return do(action, **what, by=self.user)

    def own(self) -> Relative:
        """The row as the relative's own account sees it."""
        with acting_as(self.user.pk):
            return Relative.objects.select_related("compartment").get(pk=self.relative.pk)


def linked(cast: Cast, one: Relative, way: str = LinkWay.HAND) -> Inside:
    """They want a private link, and have got one."""
    chair = cast.independent_chair
    do(actions.record_link_wish, relative=one, wants="yes", happened_on=date(2022, 1, 27), by=chair)
    path = do(actions.give_link, relative=seen(cast, one), way=way, by=chair)
    now = seen(cast, one)
    assert now.user
    return Inside(now, now.user, path)


def sister(cast: Cast, review: Review) -> Inside:
    """The sister behind her link."""
    return linked(cast, written_to(cast, relative(cast, review)))


def helped(cast: Cast, inside: Inside) -> None:
    """An advocate stands beside somebody's branch of the family."""
    do(actions.add_advocate, relative=seen(cast, inside.relative), name=cast.advocate.name,
       email=cast.advocate.email, by=cast.independent_chair)  # fmt: skip


def uncle(cast: Cast, review: Review) -> Inside:
    """The estranged uncle behind his."""
    return linked(cast, written_to(cast, relative(cast, review, UNCLE)))


def link_of(cast: Cast, one: Relative) -> PrivateLink:
    with acting_as(cast.independent_chair.pk):
        return PrivateLink.objects.select_related("relative").get(relative=one, withdrawn_at=None)


def code_sent() -> str:
    """The code in the newest text message that went out."""
    delivery.deliver_all()
    texts = [mail for mail in transports.MEMORY if mail.channel == "sms"]
    return texts[-1].body.split()[0]


def contributed(kate: Inside) -> Contribution:
    made: Contribution = kate.act(actions.contribute, relative=kate.own(), text=HER_WORDS)
    return made


def wants_to_read(inside: Inside) -> None:
    inside.act(actions.answer_step, relative=inside.own(), code=Code.DRAFT, state=State.ACCEPTED)


def given(cast: Cast, inside: Inside, review: Review) -> DraftReading:
    """The draft is in their own space, for three weeks."""
    reading: DraftReading = do(
        actions.give_draft, relative=seen(cast, inside.relative), draft=latest(cast, review), until=UNTIL,
        checked=True, happened_on=GIVEN_ON, by=cast.independent_chair,
    )  # fmt: skip
    with acting_as(inside.user.pk):
        return DraftReading.objects.select_related("relative__compartment").get(pk=reading.pk)


def commented(inside: Inside, reading: DraftReading, text: str = HER_COMMENT, number: int = 0) -> Comment:
    """Something written beside a section, or about the whole."""
    with acting_as(inside.user.pk):
        section = reading.sections.filter(number=number).first()
    made: Comment = inside.act(actions.comment, reading=reading, section=section, text=text)
    return made


def answered(cast: Cast, comment: Comment) -> None:
    with acting_as(cast.independent_chair.pk):
        theirs = Comment.objects.select_related("reading__relative__compartment").get(pk=comment.pk)
    do(actions.answer_comment, comment=theirs, text=THE_ANSWER, outcome=AnswerOutcome.CHANGED,
       happened_on=ANSWERED_ON, by=cast.independent_chair)  # fmt: skip


def read_by_family(cast: Cast) -> Review:
    """The report is complete; the sister has written, has read the draft, and has had her answer."""
    review = drafted(cast)
    kate = sister(cast, review)
    contributed(kate)
    wants_to_read(kate)
    reading = given(cast, kate, review)
    comment = commented(kate, reading, number=50)
    kate.act(actions.finish_reading, reading=reading, happened_on=date(2023, 1, 29))
    answered(cast, comment)
    return review


def told_of_publication(cast: Cast, review: Review) -> None:
    """Everybody recorded has been told when and how the report is published."""
    with acting_as(cast.independent_chair.pk):
        everybody = list(Relative.objects.filter(review=review).select_related("compartment", "review"))
    for one in everybody:
        do(actions.record_told_of_publication, relative=one, how="By telephone, by the chair",
           happened_on=date(2023, 11, 7), by=cast.independent_chair)  # fmt: skip
