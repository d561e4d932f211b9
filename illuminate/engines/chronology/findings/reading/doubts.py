"""Whether what seems to be handed over in a deed really was: not planned, denied, answered, or only talked of."""

from __future__ import annotations

from illuminate.engines.chronology.findings.lexicon import act_phrases
from illuminate.engines.chronology.findings.reading.deeds import Deed, Marked, small
from illuminate.engines.chronology.findings.reading.mentions import Agencies, Mention

UNDOES = ("hedge", "deny", "history")
REPLIES = 15  # words after an office's name in which its answer to a call begins
WONDER = 4  # words of a note that ends with a question mark and asks its own writer
_PURPOSE = 3  # words behind the addressee of a letter that tell what it is for
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
            if word in ("at", "in") and self._office_of(deed, at):
                return "", deed.start  # "the triage desk at the trust"
            if word == "in" and at > deed.start and words[at - 1] in ("filled", "fill", "put"):
                return "", at + 1
            if word == "to" and at + 1 < one.start and marked.has(at + 1, "tell"):
                return "", at + 1  # "to contact police"
            if word == "of" and at > deed.start and words[at - 1] in small("staff"):
                continue  # "the head of Mill Lane School"
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

    def _office_of(self, deed: Deed, at: int) -> bool:
        """Whether nothing but somebody's office stands before the name of their house."""
        words = self.words[deed.start : at]
        known = bool(words) and (words[-1] in small("office_words") or words[-1] in small("staff"))
        return known and not self.marked.places(deed.start, at, "give", "light", "tell", "ask", "weak")

    def handed_patient(self, deed: Deed, one: Mention) -> bool:
        """A crew hands over people, unless a form is named."""
        words = self.words[deed.start : deed.end]
        if one.role not in ("hospital", "ambulance"):
            return False
        if not (self.agencies.role[self.own] == "ambulance" or "handed" in words):
            return False
        return not any(self.words[at] in small("formal") for at in range(deed.start, deed.end))

    def stands(self, deed: Deed, cue: int, one: Mention) -> bool:
        """Whether nothing before it or close behind says that it was only thought of, denied, answered or long ago."""
        marked, words = self.marked, self.words
        if self._asked_ourselves(deed):
            return False
        if self._talked_of(deed, cue):
            return False
        if words[cue] in small("advice") and words[cue + 1 : cue + 2] == ["to"] and cue < one.start:
            return False  # "advised to contact the crisis line"
        if words[cue] in ("advised", "advise") and cue < one.start and self._last(deed, one):
            return False  # "advised GP": the patient was
        if self._told_to(deed, cue, one):
            return False  # "told her ring 999", "told the neighbour to ring"
        least, most = min(cue, one.start), max(marked.ends.get(cue, cue + 1), one.end)
        for at in self._undoing(deed.start, most):
            if at in range(cue, marked.ends.get(cue, cue + 1)) and not marked.has(at, "deny", "history"):
                continue
            if self.marked.has(cue, "ask") and words[at] in ("whether", "if") and at >= one.end:
                continue  # "asked the nursery whether"
            if at < least or not any(words[step] in small("says") for step in range(least, at + 1)):
                return False
        telling = marked.has(cue, "tell", "ask", "give") and not marked.paper(cue)
        for at in self._undoing(most, min(deed.end, most + NEAR)):
            says = telling and words[at] == "to" and words[at + 1 : at + 2] != ["be"]
            asking = words[at] in small("says") and words[at].endswith("ing")
            wonders = telling and words[at] in ("whether", "if")
            if not (says or asking or wonders) and not any(
                words[step] in small("content") for step in range(most, at)
            ):
                return False
        return True

    def settled(self, deed: Deed, cue: int, one: Mention) -> bool:
        """Whether what passed leaves nothing to be recorded: an answer, a call for advice, a talk answered at once."""
        if self.replies(deed) or self.answered(deed, one):
            return True
        if self.words[cue] in ("wrote", "writes", "written") and not self._wants(deed, one):
            return True
        most = max(self.marked.ends.get(cue, cue + 1), one.end)
        telling = self.marked.has(cue, "tell", "ask", "give") and not self.marked.paper(cue)
        asks = self.marked.has(cue, "ask") and self.words[one.end : one.end + 1]
        if asks and self.words[one.end] in small("questions"):
            return True  # "asked the court why": the answer is what is told
        return self._for_us(deed, cue, one, most, telling)

    def _talked_of(self, deed: Deed, cue: int) -> bool:
        """Whether an "about" stands before it, and not behind a letter that went ("letter about her went to")."""
        words, marked = self.words, self.marked
        if "about" not in words[deed.start : cue] or words[cue - 1] in small("passive"):
            return False
        head = range(deed.start, words.index("about", deed.start))
        return marked.paper(cue) or words[cue].endswith("ing") or not any(map(marked.paper, head))

    def _told_to(self, deed: Deed, cue: int, one: Mention) -> bool:
        """Whether somebody was told to do it."""
        words = self.words
        told = [at for at in range(deed.start, one.start) if words[at] in small("advice")]
        if not told:
            return False
        if words[told[0] + 1] in ("her", "him", "them") and cue - told[0] <= 2:
            return True
        return any(
            words[at] == "to"
            and self.marked.has(at + 1, "give", "tell", "ask")
            and at + 1 not in self.marked.inside
            for at in range(told[0] + 1, one.start)
        )

    def _last(self, deed: Deed, one: Mention) -> bool:
        """Whether nothing but more agencies stands behind a name."""
        return all(
            at in self.marked.inside or self.words[at] in small("fill") for at in range(one.end, deed.end)
        )

    def _in_future(self, at: int) -> bool:
        """Whether a word of answering tells what they are asked for ("asked them to confirm to me in writing")."""
        return (
            self.marked.has(at, "reply") and at > 0 and self.words[at - 1] in ("to", "please", "for", "and")
        )

    def _undoing(self, first: int, last: int) -> list[int]:
        return self.marked.places(first, last, *UNDOES)

    def replies(self, deed: Deed) -> bool:
        """Whether the deed answers what the other asked for."""
        return any(not self._in_future(at) for at in self.marked.places(deed.start, deed.end, "reply"))

    def _asked_ourselves(self, deed: Deed) -> bool:
        """Whether a few words with a question mark only wonder ("Asked GP?", "Refer to MASH?")."""
        tokens = self.marked.tokens
        whole = tokens.sentence.count(tokens.sentence[deed.start])
        return whole <= WONDER and not tokens.queried.isdisjoint(range(deed.start, deed.end))

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

    def answered(self, deed: Deed, one: Mention) -> bool:
        """Whether a call got its answer in the same breath ("Rang the surgery, who say that she is well")."""
        words, tokens = self.words, self.marked.tokens
        said = words[deed.start : deed.end]
        if small("calls").isdisjoint(said) or not small("handed").isdisjoint(said):
            return False
        for at in range(one.end, min(len(words), one.end + REPLIES)):
            if tokens.sentence[at] > tokens.sentence[one.start] + 1:
                return False
            begins = at in tokens.pauses or tokens.clause[at] != tokens.clause[at - 1] or words[at] == "who"
            if begins and self._tells_us(at):
                return True
        return False

    def _tells_us(self, at: int) -> bool:
        """Whether a part of a sentence begins with what those who were rung said ("they have looked at it")."""
        words = self.words
        if words[at] in small("stated"):
            return True
        behind = words[at + 1 : at + 3]
        if words[at] in ("she", "he"):
            return (bool(behind) and behind[0] in small("stated") | {"will"}) or behind in (
                ["is", "aware"],
                ["has", "no"],
            )
        known = words[at] in small("answerers") or at in self.marked.inside
        return known and not small("stating").isdisjoint(behind)

    def _asks(self, deed: Deed, one: Mention) -> bool:
        """Whether a letter without a verb says what it wants ("letter to the surgery asking for a view")."""
        if any(self.words[at] in small("content") for at in range(one.end, deed.end)):
            return True
        sentence = self.marked.tokens.sentence
        goes_on = deed.end < len(self.words) and sentence[deed.end] == sentence[deed.start]
        return goes_on and self.words[deed.end] in small("content") and self.words[deed.end].endswith("ing")

    def _wants(self, deed: Deed, one: Mention) -> bool:
        """Whether a letter says what it is for, or goes to an agency by its name."""
        clause = self.marked.tokens.clause
        colon = (
            deed.end < len(clause)
            and self.marked.tokens.sentence[deed.end] == self.marked.tokens.sentence[deed.start]
        )
        unanswered = act_phrases("lost").find(self.marked.tokens.stems)
        more = deed.end - one.end >= _PURPOSE
        return one.named or colon or more or bool(unanswered) or self._asks(deed, one)

    def received(self, deed: Deed) -> bool:
        marked, words = self.marked, self.words
        mine = f"implied:{self.agencies.role[self.own]}"
        for at in range(deed.start, deed.end):
            if words[at] in small("received") or mine in marked.labels.get(at, ()):
                return True
            told = words[at] in ("us", "me") and at > deed.start and marked.has(at - 1, "give", "tell")
            if told and small("says").isdisjoint(words[deed.start : at]):
                return True
            if words[at] in ("came", "comes") and any(map(marked.paper, range(deed.start, at))):
                return True
            if words[at] in ("filed", "scanned", "coded", "workflowed") and not any(
                words[step] in ("to", "with", "at") for step in range(at + 1, min(at + 7, deed.end))
            ):
                return True
        return False

    def formal(self, at: int) -> bool:
        """Whether a paper can only be for an office."""
        known = any(label.startswith("implied:") for label in self.marked.labels.get(at, ()))
        return known or any(self.words[step] in small("formal") for step in range(at, self.marked.ends[at]))

    def at_wish(self, at: int) -> bool:
        """ "At his request" hands nothing over."""
        return at > 1 and self.words[at].startswith("request") and self.words[at - 2] == "at"

    def governs(self, deed: Deed, one: Mention) -> bool:
        """Whether something is told of the agency that is named first ("police at the home")."""
        behind = {self.words[at] for at in range(one.end, deed.end) if at not in self.marked.inside}
        known = small("links") | small("other_links") | small("passive")
        return one.start == deed.start and not behind.isdisjoint(known)
