"""What is recorded of anonymity checks."""

from django.db import models


class Event(models.TextChoices):
    MACHINE_ASKED = "anonymity.machine_asked", "The machine was asked to work on a file"
    MACHINE_BEGAN = "anonymity.machine_began", "The machine began to work on a file"
    MACHINE_FAILED = "anonymity.machine_failed", "The machine could not finish its work on a file"
    MACHINE_CHECKED = "anonymity.machine_checked", "The machine checked a file against the register"
    FINDINGS_READ = "anonymity.findings_read", "The machine’s findings were read"
    SETTLED = "anonymity.settled", "Findings of the machine were looked at"
    WORDS_KEPT = "anonymity.words_kept", "Words were said to identify nobody in any file of the review"
    COPY_MADE = "anonymity.copy_made", "The pseudonymised copy of a file was made"
    CHECKER_ASKED = "anonymity.checker_asked", "Somebody was asked to check a file"
    CHECK_READ = "anonymity.check_read", "A check’s page was read"
    VERDICT_GIVEN = "anonymity.verdict_given", "A verdict on a file was given"
