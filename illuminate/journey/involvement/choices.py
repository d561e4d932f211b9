"""The answers there are, in plain words."""

from django.db.models import TextChoices


class Closeness(TextChoices):
    """Who somebody is to the person who died: it says which steps are offered (journey.md, "Families")."""

    FAMILY = "family", "Family"
    FRIEND = "friend", "A friend, neighbour or colleague"


class Code(TextChoices):
    """The seven steps (journey.md, "Families")."""

    TOLD = "told", "Told of the review and of an advocate"
    CONTACT = "contact", "How, when and by whom to be contacted"
    TERMS = "terms", "What the review looks at"
    CONTRIBUTION = "contribution", "Telling the review"
    PANEL = "panel", "Meeting the panel"
    DRAFT = "draft", "Reading the draft"
    NAMING = "naming", "The name, the tribute and publication"


class State(TextChoices):
    OFFERED = "offered", "Offered"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    NOT_YET = "not_yet", "Not yet"


class Way(TextChoices):
    """How to be in touch."""

    PHONE = "phone", "A telephone call"
    TEXT = "text", "A text message"
    EMAIL = "email", "An email"
    LETTER = "letter", "A letter"
    MEETING = "meeting", "Meeting in person"
    ADVOCATE = "advocate", "Through my advocate"


class Told(TextChoices):
    """How a contribution came."""

    WRITTEN = "written", "In writing"
    TALKING = "talking", "In a conversation"
    WITH_SOMEBODY = "with_somebody", "With somebody’s help"


class Bringer(TextChoices):
    """Who brings the first letter: never the post alone (journey.md, "Families")."""

    LIAISON = "liaison", "The police family liaison officer"
    ADVOCATE = "advocate", "An advocate"


class LinkWay(TextChoices):
    EMAIL = "email", "By email"
    HAND = "hand", "On paper, by whoever is in touch with them"


class AnswerOutcome(TextChoices):
    CHANGED = "changed", "The report has been changed"
    PARTLY = "partly", "The report has been changed in part"
    NOT_CHANGED = "not_changed", "The report stays as it is"
    TO_TALK = "to_talk", "This is to be talked about"


class NameWish(TextChoices):
    """What the person who died is to be called in the report."""

    CHOSEN = "chosen", "Use the name that I write here"
    REAL = "real", "Use the real name"
    OTHERS = "others", "I leave it to the rest of the family"
    NOT_SURE = "not_sure", "I am not sure yet"
