"""The standing people of the demo and of the tests, with the example case's names, and how they act."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from allauth.mfa.models import Authenticator

from illuminate.cli.demo.retelling import retold
from illuminate.foundation.access.models import Organisation, Post, User
from illuminate.foundation.access.roles import Role
from illuminate.foundation.database.acting import acting_as
from illuminate.journey.reviews.models import Review

PASSWORD = "correct horse battery staple"  # noqa: S105 - of people who are invented
SECRET = "set up, and never asked for by `client.force_login`"  # noqa: S105 - the same


def do(action: Callable[..., Any], /, *, by: User, **what: Any) -> Any:
    """Let somebody act, as a request would: through their eyes, in one transaction."""
    with acting_as(by.pk):
        return action(**{name: retold(value) for name, value in what.items()}, by=by)


def reloaded(cast: "Cast", review: Review) -> Review:
    """The review as it stands now, as the coordinator sees it."""
    with acting_as(cast.coordinator.pk):
        return Review.objects.select_related("partnership").get(pk=review.pk)


@dataclass
class Cast:
    """Everybody in the example case who has an account, made when first asked for.

    With `every_file` the agencies of the example case send their whole chronologies, not only two short ones.
    """

    every_file: bool = False

    def organisation(self, name: str, kind: str, short: str = "") -> Organisation:
        return Organisation.objects.get_or_create(name=name, defaults={"type": kind, "short_name": short})[0]

    def person(self, name: str, email: str, role: Role | None = None, at: Organisation | None = None) -> User:
        known = User.objects.by_email(email)
        if known:
            return known
        user = User.objects.create_user(email=email, name=name, password=PASSWORD)
        Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": SECRET})
        if role and at:
            Post.objects.create(user=user, organisation=at, role=role, started_on=date(2020, 1, 6))
        return user

    @cached_property
    def partnership(self) -> Organisation:
        return self.organisation("Safer Northbridge Partnership", "partnership", "SN")

    @cached_property
    def police(self) -> Organisation:
        return self.organisation("Northshire Police", "police", "NP")

    @cached_property
    def hospital(self) -> Organisation:
        return self.organisation("Northbridge and Vale Hospitals NHS Trust", "agency", "NVH")

    @cached_property
    def housing(self) -> Organisation:
        return self.organisation("Tidewell Homes", "agency", "TH")

    @cached_property
    def fire(self) -> Organisation:
        return self.organisation("Northbridge Fire and Rescue Service", "agency", "NFRS")

    @cached_property
    def home_office(self) -> Organisation:
        return self.organisation("Home Office", "home_office", "HO")

    @cached_property
    def commissioner(self) -> Organisation:
        return self.organisation("Domestic Abuse Commissioner", "commissioner", "DAC")

    @cached_property
    def other_partnership(self) -> Organisation:
        return self.organisation("Safer Southmere Partnership", "partnership", "SS")

    @cached_property
    def coordinator(self) -> User:
        return self.person(
            "Marian Lofthouse", "m.lofthouse@northbridge.example.org", Role.COORDINATOR, self.partnership
        )

    @cached_property
    def partnership_chair(self) -> User:
        return self.person(
            "Adaeze Whitcombe", "chair@safernorthbridge.example.org", Role.PARTNERSHIP_CHAIR, self.partnership
        )

    @cached_property
    def officer(self) -> User:
        return self.person(
            "Moira Kettleburgh", "m.kettleburgh@northshire-police.example.org", Role.NOTIFIER, self.police
        )

    @cached_property
    def independent_chair(self) -> User:
        return self.person("Imogen Ashdown", "i.ashdown@example.org")

    @cached_property
    def hospital_author(self) -> User:
        return self.person("Hilary Stroud", "safeguarding@nvh.example.org", Role.AGENCY_AUTHOR, self.hospital)

    @cached_property
    def housing_author(self) -> User:
        return self.person(
            "Valerie Marlowe", "housing@tidewell.example.org", Role.AGENCY_AUTHOR, self.housing
        )

    @cached_property
    def panel_member(self) -> User:
        return self.person("Callum Deverell", "c.deverell@carers.example.org")

    @cached_property
    def second_panel_member(self) -> User:
        return self.person("Farah Siddall", "f.siddall@stepsclear.example.org")

    @cached_property
    def advocate(self) -> User:
        """Helps the victim's sister and mother through the review."""
        return self.person("Bryony Keeble", "bryony@afterloss.example.org")

    @cached_property
    def home_office_reader(self) -> User:
        return self.person(
            "Gwendolyn Farr", "g.farr@homeoffice.example.org", Role.HOME_OFFICE_READER, self.home_office
        )

    @cached_property
    def quality_reader(self) -> User:
        return self.person(
            "Edmund Thrale",
            "e.thrale@homeoffice.example.org",
            Role.QUALITY_ASSURANCE_READER,
            self.home_office,
        )

    @cached_property
    def analyst(self) -> User:
        return self.person(
            "Nerys Calloway",
            "n.calloway@commissioner.example.org",
            Role.COMMISSIONER_ANALYST,
            self.commissioner,
        )

    @cached_property
    def strange_chair(self) -> User:
        """The chair of the next borough's partnership."""
        return self.person(
            "Gethin Prosser", "chair@southmere.example.org", Role.PARTNERSHIP_CHAIR, self.other_partnership
        )

    @cached_property
    def stranger(self) -> User:
        """A coordinator from the next borough: signed in, and nothing to do with any of this."""
        return self.person(
            "Rhiannon Askew", "r.askew@southmere.example.org", Role.COORDINATOR, self.other_partnership
        )


class NextBorough(Cast):
    """The same story as it begins in the next borough, among its own people."""

    @cached_property
    def partnership(self) -> Organisation:
        return self.other_partnership

    @cached_property
    def coordinator(self) -> User:
        return self.stranger

    @cached_property
    def partnership_chair(self) -> User:
        return self.strange_chair
