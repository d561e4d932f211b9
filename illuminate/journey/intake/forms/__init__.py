"""The forms of intake, one module a page's worth."""

from illuminate.journey.intake.forms.decision import AcceptForm, DecisionForm, FamilyToldForm, ReverseForm
from illuminate.journey.intake.forms.notification import DeathForm
from illuminate.journey.intake.forms.paper import NotificationPaper
from illuminate.journey.intake.forms.scoping import AskForm, ReturnForm

__all__ = [
    "AcceptForm",
    "AskForm",
    "DeathForm",
    "DecisionForm",
    "FamilyToldForm",
    "NotificationPaper",
    "ReturnForm",
    "ReverseForm",
]
