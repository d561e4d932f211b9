"""The seven steps as they are asked, one question at a time, spoken like a person (journey.md, "Families")."""

from dataclasses import dataclass

from illuminate.journey.involvement.choices import Closeness, Code, State


@dataclass(frozen=True)
class StepCard:
    """One step: its name in a list, its question, and what each answer means in words."""

    code: Code
    name: str
    question: str
    explained: tuple[str, ...]
    yes: str
    no: str
    later: str = "I am not sure yet"

    @property
    def answers(self) -> list[tuple[str, str]]:
        return [
            (State.ACCEPTED.value, self.yes),
            (State.DECLINED.value, self.no),
            (State.NOT_YET.value, self.later),
        ]


CARDS: dict[Code, StepCard] = {
    card.code: card
    for card in (
        StepCard(
            Code.TOLD,
            "Help from an advocate",
            "Would you like an advocate to help you?",
            (
                "An advocate is somebody who knows how reviews work and is only there for you. They don’t work for "
                "the council or the police. They can explain things, speak for you, or sit with you while you read.",
                "It costs nothing.",
            ),
            "Yes, I would like an advocate",
            "No, thank you",
        ),
        StepCard(
            Code.CONTACT,
            "Keeping in touch",
            "Would you like us to keep in touch with you?",
            (
                "If you say yes, the next page asks how and when, and on which days you would rather not hear from us.",
                "If you say no, we will leave you in peace. You can still come back here.",
            ),
            "Yes, please keep in touch",
            "No, please don’t",
        ),
        StepCard(
            Code.TERMS,
            "What the review looks at",
            "Would you like a say in what the review looks at?",
            (
                "The review works from a list of questions and a span of years. You may know of a question that "
                "nobody else would think to ask.",
            ),
            "Yes, I would like a say",
            "No, thank you",
        ),
        StepCard(
            Code.CONTRIBUTION,
            "Telling us what you know",
            "Would you like to tell the review about {name}?",
            (
                "What {name} was like, what life was like, what you saw, who helped and who did not. You can write it "
                "here, say it in a conversation, or do it with somebody beside you.",
            ),
            "Yes, I would like to",
            "No, thank you",
        ),
        StepCard(
            Code.PANEL,
            "Meeting the panel",
            "Would you like to meet the panel?",
            (
                "The panel are the people who go through everything together. You can come for a short time, with "
                "somebody beside you, and say only what you want to say.",
            ),
            "Yes, I would like to meet them",
            "No, thank you",
        ),
        StepCard(
            Code.DRAFT,
            "Reading the draft",
            "Would you like to read the draft report?",
            (
                "Before the report is finished you can read it here, in private and in your own time. You can write "
                "beside each part of it, and you will get a written answer to everything that you write.",
                "Some of it is hard to read. You can stop at any place, and you can ask for somebody to be with you.",
            ),
            "Yes, I would like to read it",
            "No, thank you",
        ),
        StepCard(
            Code.NAMING,
            "The name, a tribute, and making it public",
            "Would you like a say in the name, a tribute, and when the report is made public?",
            (
                "The report does not use real names unless the family wants it. You can choose the name, write a "
                "tribute that stands at the beginning, and say when and how the report should be made public.",
            ),
            "Yes, I would like a say",
            "No, thank you",
        ),
    )
}  # fmt: skip

FRIENDS = (Code.TOLD, Code.CONTACT, Code.CONTRIBUTION)
"""Friends, neighbours and colleagues; naming and the draft only if chair and family agree."""


def codes_for(closeness: str, draft_agreed: str) -> tuple[Code, ...]:
    """Which steps are offered to somebody."""
    if closeness == Closeness.FAMILY:
        return tuple(CARDS)
    return (*FRIENDS, Code.DRAFT, Code.NAMING) if draft_agreed == "yes" else FRIENDS
