"""Whether what seems to be handed over in a deed really was: not planned, denied, answered, or only talked of."""

from __future__ import annotations

from illuminate.engines.chronology.findings.lexicon import act_phrases
from illuminate.engines.chronology.findings.reading.deeds import Deed, Marked, small
from illuminate.engines.chronology.findings.reading.mentions import Agencies, Mention

UNDOES = ("hedge", "deny", "reply", "history")
NEAR = 5  # words after a sending in which "declined" or "to be made" is about it


class Doubts:
    """What one entry's words say against a sending, and the small word before an agency's name."""

    def __init__(self, marked: Marked, agencies: Agencies, own: int) -> None:
        self.marked, self.agencies, self.own = marked, agencies, own
        self.words = marked.words

    def link_of(self, deed: Deed, one: Mention) -> tuple[str, int]:
        """The small word that governs a mention and its place; over lists, staff and little words."""
        words, marked = self.words, self.marked
        strange: list[int] = []
        for at in range(one.start - 1, deed.start - 1, -1):
            word = words[at]
            if word == "at" and at - 1 in marked.inside:
                return self.link_of(deed, marked.inside[at - 1])
            if word == "in" and at > deed.start and words[at - 1] in ("filled", "fill", "put"):
                return "", at + 1
            if word in small("links") or word in small("other_links"):
                if word == "to" and at + 1 in strange and marked.has(at + 1, "light", "give", "tell"):
                    break  # "to make a police statement"
                return word, at
            if at in marked.inside or word in small("fill") or word in small("staff"):
                continue
            if marked.labels.get(at) and marked.has(at, "tell", "ask", "give"):
                return "", at + 1
            strange.append(at)
            if len(strange) > 2:
                break
        return "", one.start

    def handed_patient(self, deed: Deed, one: Mention) -> bool:
        """A crew hands over people, unless a form is named."""
        words = self.words[deed.start : deed.end]
        if one.role != "hospital" or not (self.agencies.role[self.own] == "ambulance" or "handed" in words):
            return False
        return not any(self.words[at] in small("formal") for at in range(deed.start, deed.end))

    def stands(self, deed: Deed, cue: int, one: Mention) -> bool:
        """Whether nothing before it or close behind says that it was only thought of, denied, answered or long ago."""
        marked, words = self.marked, self.words
        if marked.places(deed.start, deed.end, "reply") or "about" in words[deed.start : cue]:
            return False
        if words[cue] in ("wrote", "writes", "written") and not self._wants(deed, one):
            return False
        least, most = min(cue, one.start), max(marked.ends.get(cue, cue + 1), one.end)
        for at in marked.places(deed.start, most, *UNDOES):
            if at in range(cue, marked.ends.get(cue, cue + 1)) and not marked.has(
                at, "deny", "reply", "history"
            ):
                continue
            if at < least or not any(words[step] in small("says") for step in range(least, at + 1)):
                return False
        telling = marked.has(cue, "tell", "ask", "give") and not marked.paper(cue)
        if self._for_us(deed, cue, one, most, telling):
            return False
        for at in marked.places(most, min(deed.end, most + NEAR), *UNDOES):
            says = telling and words[at] == "to" and words[at + 1 : at + 2] != ["be"]
            asking = words[at] in small("says") and words[at].endswith("ing")
            if not (says or asking) and not any(words[step] in small("content") for step in range(most, at)):
                return False
        return True

    def _for_us(self, deed: Deed, cue: int, one: Mention, most: int, telling: bool) -> bool:
        """ "Rang the hub for advice", "sent at their request", and a bare "GP told" behind other things."""
        words, tokens = self.words, self.marked.tokens
        if (
            telling
            and words[most : most + 1] == ["for"]
            and not small("for_us").isdisjoint(words[most + 1 : most + 2])
        ):
            return True
        if (
            telling
            and words[most : most + 1] == ["to"]
            and not small("talk").isdisjoint(words[most + 1 : most + 2])
        ):
            return True
        if words[one.end : one.end + 1] == ["request"] and self.link_of(deed, one)[0] == "at":
            return True
        bare = words[cue] in ("told", "informed", "aware", "updated", "made") and cue >= one.end
        rest = [word for word in words[deed.start : deed.end] if word not in small("around")]
        known = one.end - one.start + 1 + (words[cue] == "made")
        return bare and not one.named and len(rest) <= known and tokens.sentence[deed.start] > 0

    def _asks(self, deed: Deed, one: Mention) -> bool:
        """Whether a letter without a verb says what it wants ("letter to the surgery asking for a view")."""
        return any(self.words[at] in small("content") for at in range(one.end, deed.end))

    def _wants(self, deed: Deed, one: Mention) -> bool:
        """Whether a letter says what it is for, or goes to an agency by its name."""
        clause = self.marked.tokens.clause
        colon = (
            deed.end < len(clause)
            and self.marked.tokens.sentence[deed.end] == self.marked.tokens.sentence[deed.start]
        )
        unanswered = act_phrases("lost").find(self.marked.tokens.stems)
        return one.named or colon or bool(unanswered) or self._asks(deed, one)

    def received(self, deed: Deed) -> bool:
        marked, words = self.marked, self.words
        mine = f"implied:{self.agencies.role[self.own]}"
        for at in range(deed.start, deed.end):
            if words[at] in small("received") or mine in marked.labels.get(at, ()):
                return True
            if words[at] in ("filed", "scanned", "coded", "workflowed") and not any(
                words[step] in ("to", "with", "at") for step in range(at + 1, min(at + 7, deed.end))
            ):
                return True
        return False
