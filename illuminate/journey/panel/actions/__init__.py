"""The only writers of the panel: chair, members, terms of reference, meetings and papers."""

from illuminate.journey.panel.actions.chair import appoint_chair, end_appointment
from illuminate.journey.panel.actions.gathering import begin_gathering
from illuminate.journey.panel.actions.meetings import cancel_meeting, change_meeting, file_paper, plan_meeting
from illuminate.journey.panel.actions.members import add_member, explain_absence, remove_member
from illuminate.journey.panel.actions.terms import TermsDetails, agree_terms

__all__ = [
    "TermsDetails",
    "add_member",
    "agree_terms",
    "appoint_chair",
    "begin_gathering",
    "cancel_meeting",
    "change_meeting",
    "end_appointment",
    "explain_absence",
    "file_paper",
    "plan_meeting",
    "remove_member",
]
