"""What is recorded of anonymity checks."""

from django.db import models


class Event(models.TextChoices):
    MACHINE_CHECKED = "anonymity.machine_checked", "The machine checked a file against the register"
    FINDINGS_READ = "anonymity.findings_read", "The machine’s findings were read"
    SETTLED = "anonymity.settled", "Findings of the machine were looked at"
    CHECKER_ASKED = "anonymity.checker_asked", "Somebody was asked to check a file"
    CHECK_READ = "anonymity.check_read", "A check’s page was read"
    VERDICT_GIVEN = "anonymity.verdict_given", "A verdict on a file was given"
