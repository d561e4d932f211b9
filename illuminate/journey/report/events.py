"""What is recorded of the report."""

from django.db import models


class Event(models.TextChoices):
    DRAFTING_BEGUN = "report.drafting_begun", "Drafting began"
    DRAFT_UPLOADED = "report.draft_uploaded", "A draft was uploaded"
    LESSON_RECORDED = "report.lesson_recorded", "A lesson was recorded"
    LESSON_CHANGED = "report.lesson_changed", "A lesson was changed"
    LESSON_TAKEN_OUT = "report.lesson_taken_out", "A lesson was taken out"
    RECOMMENDATION_RECORDED = "report.recommendation_recorded", "A recommendation was recorded"
    RECOMMENDATION_CHANGED = "report.recommendation_changed", "A recommendation was changed"
    RECOMMENDATION_TAKEN_OUT = "report.recommendation_taken_out", "A recommendation was taken out"
    ACTION_PLANNED = "report.action_planned", "An action was planned"
    ACTION_CHANGED = "report.action_changed", "A planned action was changed"
    ACTION_TAKEN_OUT = "report.action_taken_out", "A planned action was taken out"
