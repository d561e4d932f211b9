"""What is recorded of stored files."""

from django.db import models


class Event(models.TextChoices):
    STORED = "documents.stored", "A file was stored"
    READ = "documents.read", "A file was read"
    DOWNLOADED = "documents.downloaded", "A file was downloaded"
    SHARED = "documents.shared", "A file was given to another part of the review"
    MOVED = "documents.moved", "A file was moved to another part of the review"
    FOUND_DAMAGED = "documents.found_damaged", "A stored file was found missing or damaged"
