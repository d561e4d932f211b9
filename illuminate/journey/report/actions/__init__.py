"""The only writers of the report: its drafts, its lessons and recommendations, its plan."""

from illuminate.journey.report.actions.drafts import begin_drafting, upload_draft
from illuminate.journey.report.actions.lessons import change_lesson, record_lesson, take_out_lesson
from illuminate.journey.report.actions.plan import change_action, plan_action, take_out_action
from illuminate.journey.report.actions.recommendations import (
    change_recommendation,
    record_recommendation,
    take_out_recommendation,
)

__all__ = [
    "begin_drafting",
    "change_action",
    "change_lesson",
    "change_recommendation",
    "plan_action",
    "record_lesson",
    "record_recommendation",
    "take_out_action",
    "take_out_lesson",
    "take_out_recommendation",
    "upload_draft",
]
