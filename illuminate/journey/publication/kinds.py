"""The files that are published together (journey.md, "The words": overview report, executive summary, action plan)."""

from django.db.models import TextChoices


class FileKind(TextChoices):
    OVERVIEW = "overview", "Overview report"
    SUMMARY = "summary", "Executive summary"
    PLAN = "plan", "Action plan"
    LETTER = "letter", "Home Office’s letter"
    PAGE = "page", "Public page"


PUBLISHED = (FileKind.OVERVIEW, FileKind.SUMMARY, FileKind.PLAN, FileKind.LETTER)
"""What readers can download. The text of the public page is frozen with them, and shown as a page."""
