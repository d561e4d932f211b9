"""Why the pseudonymised copy of a file can't be made yet."""

from django.urls import reverse

from illuminate.journey.anonymity import copying, queries, standing
from illuminate.journey.anonymity.board import lines_of
from illuminate.journey.anonymity.models import MachineCheck
from illuminate.journey.reviews.blockers import Blocker

KNOWN = "“{words}” is on the register, so a copy replaces it. Let it be replaced, or take this form off the register."


def to_copy(check: MachineCheck) -> list[Blocker]:
    """Everything on no register is decided, the same for the same words, and seen with the register as it is now."""
    file = reverse("anonymity:document", args=[check.review.slug, check.round, check.document_id])
    if queries.latest_machine_check(check.review, check.digest) != check:
        return [Blocker("The machine has looked at this file again since. Open its page anew.", file)]
    if check.failure:
        return [Blocker(f"The machine could not read this file. {check.failure}", file)]
    if standing.register_mark(check.review) != check.register_mark:
        return [Blocker("The register has changed since the machine looked. Let it look again first.", file)]
    return _undecided(check)


def _undecided(check: MachineCheck) -> list[Blocker]:
    lines = lines_of(check)
    page = reverse("anonymity:findings", args=[check.pk])
    told = []
    if left := copying.open_proposals(lines):
        told.append(Blocker(f"Decide about what is on no register first: {left} left.", f"{page}?state=open"))
    for words in copying.at_odds(lines):
        told.append(
            Blocker(f"Decide the same about “{words}” everywhere: a copy is made word by word.", page)
        )
    for words in copying.kept_though_known(lines):
        told.append(Blocker(KNOWN.format(words=words), page))
    return told
