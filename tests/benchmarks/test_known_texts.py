"""What is counted in a text whose every mention is known."""

from benchmarks.anonymising.score import missed, score_risks, score_text

LINE = "Mrs Holloway rang Dr Qureshi in May."
TRUTH = {
    "mentions": [
        {
            "paragraph": 1, "start": 0, "end": 12, "text": "Mrs Holloway", "form": "implied",
            "on_register": True, "expected": "Louise",
        },
        {
            "paragraph": 1, "start": 18, "end": 28, "text": "Dr Qureshi", "form": "unlisted_name",
            "on_register": False, "expected": None,
        },
    ],
    "negatives": [{"paragraph": 1, "start": 32, "end": 35, "text": "May", "why": "a month"}],
}  # fmt: skip


def found(start: int, end: int, pseudonym: str | None) -> dict[str, object]:
    """A finding in the first line."""
    return {
        "text": LINE[start:end], "kind": "person", "rule": "name", "pseudonym": pseudonym,
        "where": {"part": "body", "paragraph": 1, "start": start, "end": end},
    }  # fmt: skip


def test_a_surname_under_its_title_is_enough() -> None:
    """The title names nobody, so it may stay."""
    tally = score_text(LINE, TRUTH, [found(4, 12, "Louise"), found(21, 28, None)])
    assert (tally["found implied"], tally["found unlisted_name"], tally["found pseudonyms"]) == (1, 1, 1)
    assert (tally["findings of something"], tally["findings"], tally["touched negatives"]) == (2, 2, 0)


def test_half_a_name_and_a_month_are_counted_against_it() -> None:
    """What is missed, falsely found and given the wrong pseudonym shows in the counts and in words."""
    ones = [found(4, 8, "Louise"), found(32, 35, "Ivy")]
    tally = score_text(LINE, TRUTH, ones)
    assert (tally["found on the register"], tally["all on the register"]) == (0, 1)
    assert (tally["touched negatives"], tally["findings of something"], tally["findings"]) == (1, 1, 2)
    assert [line.split(":")[0] for line in missed(LINE, TRUTH, ones)] == [
        "missed implied", "missed unlisted_name", "false person (name)",
    ]  # fmt: skip


def test_another_persons_pseudonym_is_no_success() -> None:
    """Found, but the wrong name stands there."""
    tally = score_text(LINE, TRUTH, [found(0, 12, "Hannah")])
    assert (tally["found implied"], tally["found pseudonyms"], tally["all pseudonyms"]) == (1, 0, 1)


def test_a_risk_is_met_by_half_of_its_words() -> None:
    """And a near miss that is said counts by itself."""
    truth = {
        "risks": [{"text": "the only beekeeper in the valley"}],
        "not_risks": [{"text": "a keen gardener"}],
    }
    tally = score_risks(truth, [{"text": "only beekeeper in that small valley"}])
    assert (tally["found risk"], tally["all risk"], tally["found near miss"]) == (1, 1, 0)


def test_what_may_be_found_or_left_counts_for_nothing_and_a_mention_without_one_pseudonym_may_have_any() -> (
    None
):
    truth = {**TRUTH, "neutral": [{"paragraph": 1, "start": 32, "end": 35}]}
    tally = score_text(LINE, truth, [found(32, 35, None)])
    assert (tally["findings"], tally["touched negatives"]) == (0, 1)
    unsaid = [{**TRUTH["mentions"][0], "expected": None}]
    assert score_text(LINE, {**TRUTH, "mentions": unsaid}, [found(0, 12, "Ivy")])["all pseudonyms"] == 0
