"""What is recorded of accounts and compartments."""

from django.db import models


class Event(models.TextChoices):
    PERSON_INVITED = "access.person_invited", "A person was invited"
    INVITATION_ACCEPTED = "access.invitation_accepted", "The invitation was accepted"
    PASSWORD_FORGOTTEN = "access.password_forgotten", "A new password was asked for"
    PASSWORD_CHANGED = "access.password_changed", "The password was changed"
    PERSON_DEACTIVATED = "access.person_deactivated", "The account was closed"
    PERSON_REACTIVATED = "access.person_reactivated", "The account was opened again"
    PERSON_RECOVERED = (
        "access.person_recovered",
        "A new invitation replaced a lost password or second factor",
    )
    ORGANISATION_ADDED = "access.organisation_added", "An organisation was added"
    POST_GIVEN = "access.post_given", "A role was given"
    POST_ENDED = "access.post_ended", "A role ended"
    COMPARTMENT_OPENED = "access.compartment_opened", "A part of the review was opened"
    MEMBER_ADMITTED = "access.member_admitted", "Somebody was added to the team"
    MEMBER_DISMISSED = "access.member_dismissed", "Somebody left the team"
    SIGNED_IN = "access.signed_in", "Signed in"
    SIGN_IN_FAILED = "access.sign_in_failed", "A sign-in failed"
    SIGNED_OUT = "access.signed_out", "Signed out"
    SESSIONS_ENDED = "access.sessions_ended", "The other sessions were ended"
    SECOND_FACTOR_ADDED = "access.second_factor_added", "A second factor was added"
    SECOND_FACTOR_REMOVED = "access.second_factor_removed", "A second factor was removed"
    RECOVERY_CODES_MADE = "access.recovery_codes_made", "New recovery codes were made"
    CONTACT_KEPT = "access.contact_kept", "An address book entry was kept"
    CONTACT_REMOVED = "access.contact_removed", "An address book entry was removed"
    PERSON_READ = "access.person_read", "A person's page was read"
    ADDRESS_BOOK_READ = "access.address_book_read", "The address book was read"
