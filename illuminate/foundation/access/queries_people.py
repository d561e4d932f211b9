"""Reading the people and contacts that a coordinator looks after."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from illuminate.foundation.access.models import Contact, Invitation, Membership, Organisation, Post, User
from illuminate.foundation.access.queries import seats_of
from illuminate.foundation.access.roles import CARDS, Role

Types = Organisation.Type
ROLES_AT: dict[Organisation.Type, tuple[Role, ...]] = {
    Types.PARTNERSHIP: (Role.COORDINATOR, Role.PARTNERSHIP_CHAIR),
    Types.AGENCY: (Role.AGENCY_AUTHOR, Role.ACTION_LEAD, Role.NOTIFIER),
    Types.POLICE: (Role.NOTIFIER, Role.AGENCY_AUTHOR, Role.ACTION_LEAD),
    Types.ADVOCACY: (Role.ADVOCATE,),
}
"""The posts that a coordinator may give, by type of organisation. National posts are given by the operator."""
NATIONAL_ROLES: dict[Organisation.Type, tuple[Role, ...]] = {
    Types.HOME_OFFICE: (Role.HOME_OFFICE_READER, Role.QUALITY_ASSURANCE_READER),
    Types.COMMISSIONER: (Role.COMMISSIONER_ANALYST,),
}


def partnerships_of(user: User) -> list[Organisation]:
    """The partnerships that somebody coordinates."""
    return list(
        Organisation.objects.filter(
            posts__user=user, posts__role=Role.COORDINATOR, posts__ended_on=None, type=Types.PARTNERSHIP
        ).distinct()
    )


def leads_for(partnership: Organisation, user: User) -> bool:
    """Whether somebody holds an admitting role in one of a partnership's reviews."""
    leading = [card.role for card in CARDS.values() if card.may_admit]
    coordinated = Membership.objects.filter(
        compartment=OuterRef("compartment"), organisation=partnership, role=Role.COORDINATOR, ended_at=None
    )
    return seats_of(user).filter(Exists(coordinated), role__in=leading).exists()


def listed_for(user: User) -> QuerySet[User]:
    """The people whom a coordinator sees: with a post in their own partnership, or invited by it."""
    own = [partnership.pk for partnership in partnerships_of(user)]
    posts = Post.objects.filter(user=OuterRef("pk"), organisation__in=own)
    invited = Invitation.objects.filter(user=OuterRef("pk"), partnership__in=own)
    return User.objects.filter(Exists(posts) | Exists(invited), kind=User.Kinds.PERSON).order_by(
        "created_at", "pk"
    )


def managed_by(user: User) -> QuerySet[User]:
    """The people whose accounts a coordinator may close, open and recover.

    Those with a post in their own partnership; and those whom their partnership invited first, as long as they
    hold no post in another partnership or a national body. Inviting somebody else's people gives no power over
    their accounts.
    """
    own = [partnership.pk for partnership in partnerships_of(user)]
    mine = Post.objects.filter(user=OuterRef("pk"), organisation__in=own)
    elsewhere = Post.objects.filter(user=OuterRef("pk"), ended_on=None).filter(
        Q(organisation__type__in=[*NATIONAL_ROLES, Types.PARTNERSHIP]) & ~Q(organisation__in=own)
    )
    first = Invitation.objects.filter(user=OuterRef("pk"), partnership__isnull=False).order_by("created_at")
    return (
        listed_for(user)
        .annotate(first_partnership=Subquery(first.values("partnership")[:1]))
        .filter(Exists(mine) | (Q(first_partnership__in=own) & ~Exists(elsewhere)))
    )


def organisations_to_choose(user: User) -> QuerySet[Organisation]:
    """Where a coordinator may give posts: their own partnership, and every agency, force and advocacy service."""
    own = [partnership.pk for partnership in partnerships_of(user)]
    return Organisation.objects.filter(
        Q(pk__in=own) | Q(type__in=[Types.AGENCY, Types.POLICE, Types.ADVOCACY])
    )


def posts_to_show(person: User) -> QuerySet[Post]:
    """Somebody's roles, those that are held now first."""
    return person.posts.select_related("organisation").order_by("ended_on", "started_on", "pk")


def last_invitation(person: User) -> Invitation | None:
    return person.invitations.exclude(purpose=Invitation.Purposes.ROLE).order_by("-created_at").first()


def contacts_of(user: User) -> QuerySet[Contact]:
    """The address book of the partnerships that somebody coordinates."""
    return (
        Contact.objects.filter(partnership__in=partnerships_of(user))
        .select_related("organisation", "partnership")
        .order_by("organisation__name", "pk")
    )
