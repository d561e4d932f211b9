"""The tables of intake, in the order of the story."""

from illuminate.journey.intake.models.decision import (
    Decision,
    FamilyLetter,
    HomeOfficeAnswer,
    HomeOfficeNotice,
    LimbFinding,
)
from illuminate.journey.intake.models.notification import Notification, NotifiedPerson
from illuminate.journey.intake.models.scoping import ScopingRequest, ScopingReturn, SubjectKnown

__all__ = [
    "Decision",
    "FamilyLetter",
    "HomeOfficeAnswer",
    "HomeOfficeNotice",
    "LimbFinding",
    "Notification",
    "NotifiedPerson",
    "ScopingRequest",
    "ScopingReturn",
    "SubjectKnown",
]
