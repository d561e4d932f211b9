"""What is recorded of mail."""

from django.db import models


class Event(models.TextChoices):
    SENT = "mailroom.sent", "A message was sent"
    FAILED = "mailroom.failed", "A message could not be delivered"
    SENT_AGAIN = "mailroom.sent_again", "A message was put back to be sent again"
    READ = "mailroom.read", "A message's page was read"
