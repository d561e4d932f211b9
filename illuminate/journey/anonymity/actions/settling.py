"""What becomes of the machine's findings: they go, and what takes their place; or they stay, and why."""

from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from illuminate.foundation.access import keys
from illuminate.foundation.access.models import User
from illuminate.foundation.access.roles import Kind
from illuminate.foundation.audit.actions import record
from illuminate.journey.anonymity import blockers, kinds, permissions, queries
from illuminate.journey.anonymity.events import Event
from illuminate.journey.anonymity.models import KeptWords, MachineCheck, Settlement
from illuminate.journey.people import actions as people
from illuminate.journey.reviews import actions as reviews
from illuminate.journey.reviews.blockers import refuse_if

CHANGE, KEEP = Settlement.Outcome.CHANGE, Settlement.Outcome.KEEP


@transaction.atomic
def settle(
    *, check: MachineCheck, numbers: list[int], outcome: str, word: str = "", reason: str = "", by: User
) -> None:
    """Decide about findings: they go, and what takes their place; or they stay, and why.

    Without a `word` the register says what takes their place, or a neutral word does.
    """
    permissions.require_can_run(check.review_id, by=by)
    check = MachineCheck.objects.select_for_update(of=("self",)).select_related("review").get(pk=check.pk)
    refuse_if(blockers.to_settle(check, numbers, outcome, reason))
    new = " ".join(word.split()) if outcome == CHANGE else ""
    refuse_if(blockers.to_replace_by(check.review, new) if new else [])
    kept = reason.strip() if outcome == KEEP else ""
    decision = {
        "review": check.review, "compartment": check.compartment, "word": new, "reason": kept, "settled_by": by,
        "outcome": Settlement.Outcome(outcome), "settled_on": localdate(),
    }  # fmt: skip
    with keys.holding(check.review_id):
        _put(check, set(numbers), decision)
    record(Event.SETTLED, check, by=by, detail={"numbers": sorted(set(numbers)), "outcome": outcome})


def _put(check: MachineCheck, numbers: set[int], decision: dict[str, Any]) -> None:
    """A decision made anew changes its row, whose words are locked to it; all others are put in at once."""
    before = Settlement.objects.filter(machine_check=check, number__in=numbers)
    known = {one.number: one for one in before}
    for one in known.values():
        for name, value in decision.items():
            setattr(one, name, value)
        one.save(update_fields=list(decision))
    Settlement.objects.bulk_create(
        Settlement(machine_check=check, number=number, **decision)
        for number in sorted(numbers - known.keys())
    )


@transaction.atomic
def decide(
    *,
    check: MachineCheck,
    number: int,
    outcome: str,
    word: str = "",
    reason: str = "",
    everywhere: bool,
    by: User,
) -> int:
    """Decide about one finding, or about the same words everywhere: in this file, and in the review's other files.

    Elsewhere, words that go are on the register from now on, and words that stay are remembered. Returns how many
    findings of this file were decided.
    """
    with keys.holding(check.review_id):
        items = check.items()
        item = next((one for one in items if one["number"] == number), None)
        same = everywhere and item is not None and not item["unread"]
        numbers = queries.same_words(items, item["text"]) if item and same else [number]
        settle(
            check=check, numbers=_with_rests(items, numbers), outcome=outcome, word=word, reason=reason, by=by
        )
        if item and same and not item["on_register"]:
            _remember(check, item, outcome, word, reason, by)
    return len(numbers)


@transaction.atomic
def accept_register(*, check: MachineCheck, by: User) -> int:
    """Let everything that is surely on the register go, as the register says, where nothing was decided yet."""
    settled = queries.settlements(check)
    with keys.holding(check.review_id):
        numbers = [
            item["number"] for item in check.items()
            if not item["unread"] and item["on_register"] and not item.get("asks") and item["number"] not in settled
        ]  # fmt: skip
    settle(check=check, numbers=numbers, outcome=CHANGE, by=by)
    return len(numbers)


def _with_rests(items: list[dict[str, Any]], numbers: list[int]) -> list[int]:
    """The end of a name on the next line is decided with its beginning."""
    wanted = set(numbers)
    for item in items:
        if item.get("goes_on") and item["number"] - 1 in wanted:
            wanted.add(item["number"])
    return sorted(wanted)


def _remember(
    check: MachineCheck, item: dict[str, Any], outcome: str, word: str, reason: str, by: User
) -> None:
    if outcome == CHANGE:
        _register(check, item, word, by)
        return
    for known in queries.kept_words(check.review):
        if queries.folded(known.words) == queries.folded(item["text"]):
            return
    kept = KeptWords.objects.create(
        review=check.review, compartment=reviews.compartment_of(check.review, Kind.CORE), words=item["text"],
        reason=reason.strip(), kept_on=localdate(), kept_by=by,
    )  # fmt: skip
    record(Event.WORDS_KEPT, kept, by=by)


def _register(check: MachineCheck, item: dict[str, Any], word: str, by: User) -> None:
    """Words that go everywhere are on the register from now on; a neutral word is what it puts by itself."""
    kind, text = kinds.register_kind(item["kind"], item["text"]), item["text"]
    if not queries.is_on_register(check.review, kind, text):
        new = "" if word in ("", kinds.neutral(item["kind"])) else word
        refuse_if(blockers.to_agree_everywhere(check.review, new, by))
        people.add_entry(review=check.review, kind=kind, real=text, pseudonym=new, by=by)
