"""The answers that intake's questions may have."""

from django.db.models import TextChoices


class PersonKind(TextChoices):
    """Who is named in a notification."""

    VICTIM = "victim", "Person who died"
    SUSPECT = "suspect", "Suspect"
    CHILD = "child", "Child"
    NEXT_OF_KIN = "next_of_kin", "Next of kin"


class Manner(TextChoices):
    """How the death appears to have come about."""

    KILLED = "killed", "It appears that somebody killed them"
    SUICIDE = "suicide", "It appears that they died by suicide"
    NEGLECT = "neglect", "It appears that they died of neglect"
    UNEXPLAINED = "unexplained", "It is not explained yet"


class SuspectState(TextChoices):
    """Where the criminal investigation of a suspect stands."""

    NOT_ARRESTED = "not_arrested", "Not arrested"
    ARRESTED = "arrested", "Arrested, in custody"
    BAILED = "bailed", "Arrested, on bail"
    RELEASED = "released", "Arrested, released under investigation"
    CHARGED = "charged", "Charged, on bail"
    REMANDED = "remanded", "Charged, remanded in custody"
    DEAD = "dead", "Dead"
    UNKNOWN = "unknown", "Not known"


class Recommendation(TextChoices):
    """What the referrer thinks should happen."""

    REVIEW = "review", "A review is needed"
    NO_REVIEW = "no_review", "A review is not needed"
    UNSURE = "unsure", "Not sure yet"


class Outcome(TextChoices):
    """What the chair of the partnership decides."""

    HOLD = "hold", "Hold a review"
    NOT_HOLD = "not_hold", "Do not hold a review"


class AnswerOutcome(TextChoices):
    """What the Home Office answers to a decision not to review."""

    ACCEPTED = "accepted", "Accepted the decision not to review"
    REQUESTED = "requested", "Asked for a review, without a direction"
    DIRECTED = "directed", "Directed a review under section 9(2)"


class HowTold(TextChoices):
    """How a letter reached the family."""

    LIAISON = "liaison_officer", "By hand, through the family liaison officer"
    ADVOCATE = "advocate", "Through their advocate"
    IN_PERSON = "in_person", "In person, with the letter left"
    POST = "post", "By post"
    EMAIL = "email", "By e-mail, as they asked"


class ToldOf(TextChoices):
    """What a letter to the family was about."""

    DECISION = "decision", "The decision"
    REVERSAL = "reversal", "The change of decision"
