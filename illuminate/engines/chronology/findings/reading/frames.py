"""How an agency's name is reached in a deed: "referred to", "informed", "police informed", "the form for the hub"."""

from __future__ import annotations

from collections.abc import Sequence

from illuminate.engines.chronology.findings.reading.deeds import Deed, happened, small
from illuminate.engines.chronology.findings.reading.doubts import Doubts
from illuminate.engines.chronology.findings.reading.mentions import Mention

FAR = 10  # words between a plain verb of sending and whom it reaches


class Frames(Doubts):
    """The frames of one entry. A frame gives the place of the word that hands something over, -1 if there is none."""

    def after_verb(self, deed: Deed, one: Mention) -> int:
        """ "Referred to", "informed", "letter to", "asked ... from"."""
        marked, words = self.marked, self.words
        link, at = self.link_of(deed, one)
        first = [
            step
            for step in range(deed.start, at)
            if (marked.verb(step) and happened(marked, deed, step)) or marked.paper(step)
        ]
        if link == "of" and words[at - 1] == "attention" and "to" in words[deed.start : at]:
            return next((step for step in range(deed.start, at) if words[step] in small("draws")), -1)
        if not first:
            return self._nameless(deed, one, link, at)
        if link in small("links"):
            return self._by_link(deed, one, link, at, first)
        if link == "on" and not small("channels_of").isdisjoint(words[one.end : one.end + 2]):
            return max((step for step in first if marked.has(step, "light", "give")), default=first[-1])
        asked = [s for s in first if marked.has(s, "ask") and marked.verb(s) and happened(marked, deed, s)]
        if link == "of" and asked_of(words, deed, at):
            return first[-1]
        if link in ("from", "of") and asked and asked[-1] - deed.start <= 6:
            return asked[-1]
        return self._direct(deed, one, at, first, asked) if link == "" else -1

    def at_length(self, deed: Deed, one: Mention) -> int:
        """ "Requested by secure mail that the surgery ...", "faxed the form about her to ...": a verb of sending."""
        marked, words = self.marked, self.words
        link, _ = self.link_of(deed, one)
        if link in small("other_links"):
            return -1
        for at in range(one.start - 1, max(deed.start, one.start - FAR) - 1, -1):
            if at in marked.inside or words[at] in small("hearers") - {"that"} or marked.person(at):
                return -1
            if words[at] in small("sends") and words[at - 1 : at] != ["to"]:
                asks = words[at] in small("asks")
                return at if link == "to" or asks or "that" not in words[at : one.start] else -1
        return -1

    def _direct(self, deed: Deed, one: Mention, at: int, first: list[int], asked: list[int]) -> int:
        """ "Informed the school", "asked her GP", with nothing between the verb and the agency."""
        marked, words = self.marked, self.words
        if asked and asked[-1] - deed.start <= 6 and at - asked[-1] <= 4:
            return asked[-1]
        made = next((s for s in range(max(deed.start, one.start - 3), one.start) if words[s] == "made"), -1)
        if made >= 0 and "aware" in words[one.end : one.end + 3]:
            return made
        if (filled := self._form_of(deed, one, at)) >= 0:
            return filled
        told = [s for s in first if marked.has(s, "tell") and marked.verb(s) and marked.ends[s] <= at]
        paper_behind = any(map(marked.paper, range(one.end, deed.end)))
        if not told or (words[told[-1]] in ("dropped", "drop") and not paper_behind):
            return -1
        between = range(marked.ends[told[-1]], at)
        if not small("hearers").isdisjoint(words[marked.ends[told[-1]] : one.start]):
            return -1  # "tells me that the social worker"
        near = all(
            words[s] in small("fill") or words[s] in small("staff") or s in marked.inside for s in between
        )
        return told[-1] if near else -1

    def _form_of(self, deed: Deed, one: Mention, at: int) -> int:
        """ "Completed the social care form", "made an advocacy referral"."""
        marked = self.marked
        paper = next((s for s in range(one.end, min(one.end + 3, deed.end)) if marked.paper(s)), -1)
        if paper < 0 or not any(self.words[s] in small("formal") for s in range(paper, marked.ends[paper])):
            return -1
        done = list(marked.places(max(deed.start, one.start - 4), one.start, "light", "give"))
        done = [
            s for s in done if happened(marked, deed, s) and self.words[s] not in ("gave", "given", "left")
        ]
        return done[0] if done else -1

    def _nameless(self, deed: Deed, one: Mention, link: str, at: int) -> int:
        """ "SCR to MASH": some short paper nobody knows, to an office and not to a place where people go."""
        words = self.words[deed.start : at]
        if link != "to" or one.role not in small("offices") or not 1 <= len(words) <= 3:
            return -1
        strange = [
            word
            for word in words
            if word in small("moved")
            or word in small("people")
            or word in small("states")
            or word.endswith("ed")
        ]
        strange += [word for word in words if word == "to"]
        joined = deed.joint in ("and", "but") or deed.start in self.marked.inside
        return -1 if strange or joined else deed.start

    def _by_link(self, deed: Deed, one: Mention, link: str, at: int, first: list[int]) -> int:
        """The verb or the paper that a "to", "with", "via" or "for" belongs to."""
        marked, words = self.marked, self.words
        papers = [step for step in first if marked.paper(step)]
        gives = [
            step
            for step in first
            if marked.has(step, "give") and (step not in papers or happened(marked, deed, step))
        ]
        light = [step for step in first if marked.has(step, "light")] if papers else []
        if self._moves(deed, link, at, gives, papers):
            return -1
        told = [s for s in first if marked.has(s, "tell") and marked.ends[s] == at + 1]
        if told:
            return told[-1]  # "got on to"
        if link == "to" and words[at - 1] in ("called", "summoned") and not papers:
            return -1
        if link == "with" and "made" in words[deed.start : at] and words[first[0]] == "contact":
            return -1 if small("written").isdisjoint(words[deed.start : deed.end]) else first[0]
        if link in ("with", "at", "for"):
            return self._by_other_link(link, at, first, gives, light)
        if link == "to" and not gives and not papers and any(marked.has(step, "weak") for step in first):
            return -1
        return max(gives, default=max(light + papers, default=-1))

    def _moves(self, deed: Deed, link: str, at: int, gives: list[int], papers: list[int]) -> bool:
        """Whether somebody goes there, and nothing is handed over."""
        words = self.words
        told = {
            step
            for first in self.marked.places(deed.start, at, "give", "tell")
            for step in range(first + 1, self.marked.ends[first])
        }  # "made known to"
        moved = [step for step in range(deed.start, at) if words[step] in small("moved") and step not in told]
        if not moved or link not in ("to", "into", "at", "for") or any(step > moved[-1] for step in gives):
            return False
        return words[moved[-1]] not in ("went", "go") or not papers or papers[-1] > moved[-1]

    def _by_other_link(self, link: str, at: int, first: list[int], gives: list[int], light: list[int]) -> int:
        """ "Shared with" and not "discussed with"; "asked at"; "message for"."""
        marked, words = self.marked, self.words
        if link == "for":
            asks = [s for s in first if marked.has(s, "ask") or words[s] in small("for")]
            return max((s for s in asks if at - s <= 4), default=-1)
        if link == "at":
            told = [step for step in first if marked.has(step, "tell", "ask") and marked.verb(step)]
            return max((step for step in gives + told if at - step <= 7), default=-1)
        weak = [step for step in first if marked.has(step, "weak")]
        papers = any(map(marked.paper, first))
        if weak and not papers and (not gives or weak[-1] > gives[-1]):
            return -1
        asked = [step for step in first if marked.has(step, "ask") and words[step].endswith("ed")]
        return max(gives + light + asked, default=-1)

    def routine(self, deed: Deed, cue: int, one: Mention) -> bool:
        """Whether only such papers are named, without a verb, as are sent as a matter of course."""
        link, at = self.link_of(deed, one)
        before = [step for step in range(deed.start, at) if self.marked.verb(step) or self.marked.paper(step)]
        papers = [step for step in before if self.marked.paper(step)]
        verbs = [step for step in before if step not in papers and happened(self.marked, deed, step)]
        verbs += [step for step in self.marked.places(deed.start, at, "light") if step not in papers]
        if link != "to" or cue not in papers or verbs:
            return False
        plain = all(self.words[s] in small("routine") and self.marked.ends[s] == s + 1 for s in papers)
        return plain and not one.named and not self._asks(deed, one)

    def named_first(self, deed: Deed, one: Mention) -> int:
        """ "Police informed", "MASH referral completed"."""
        marked, words = self.marked, self.words
        if self.link_of(deed, one)[0]:
            return -1
        if words[one.end - 1].endswith("'s") and marked.paper(one.end):
            return -1
        if (asked := self._asked_of(deed, one)) >= 0:
            return asked
        if marked.paper(one.end) and one.end < deed.end:
            went = marked.places(marked.ends[one.end], deed.end, "done")
            if went and self._to_somebody(deed, went[0]):
                return -1  # "the hostel's number given to her"
            if "that" in words[one.end : one.end + 2]:
                return -1
            return one.end if went and went[0] - one.end <= 5 else -1
        at = one.end
        if words[at - 1].endswith("'s") and words[at : at + 1] == ["written"]:
            return -1  # "the hostel's written concern"
        while at < deed.end and (
            words[at] in small("around") or words[at] in small("staff") or at in marked.inside
        ):
            at += 1
        if at >= deed.end or words[at] not in small("reached"):
            return -1
        return at if self._was_reached(deed, one, at) else -1

    def _to_somebody(self, deed: Deed, at: int) -> bool:
        """Whether what was given or left went to a person the case is about."""
        words = self.words
        links = [step for step in range(at + 1, min(at + 4, deed.end)) if words[step] in ("to", "with")]
        if not links or links[0] + 1 >= deed.end or words[at] not in small("given"):
            return False
        return self.marked.person(links[0] + 1) or words[links[0] + 1] in ("her", "him", "them")

    def _was_reached(self, deed: Deed, one: Mention, at: int) -> bool:
        """Whether "police informed" means that they were told, not that they told somebody."""
        words = self.words
        after = words[at + 1] if at + 1 < deed.end else ""
        doing = set(words[one.end : at])
        if doing & {"has", "have", "had"} and "been" not in doing:
            return False
        if words[at] in ("informed", "present", "told") and words[at + 1 : at + 3] == ["on", "scene"]:
            return False
        if words[at] == "made" and after == "aware":
            return True
        was = words[at - 1] in small("passive")
        if words[at] == "given" and any(map(self.marked.paper, range(at + 1, min(at + 5, deed.end)))):
            return True  # "school given copy of the order"
        if words[at] in ("made", "given", "sent", "left") and not was:
            return False
        if words[at] == "rung":
            return was or (after not in small("objects") and after not in small("ours"))
        if words[at] in ("asked", "requested"):
            if after in ("if", "whether") and words[at + 2 : at + 3] in (["they"], ["it"]):
                return True  # "housing asked if they would move her"
            way = after in ("by", "in") and words[at + 2 : at + 3] and words[at + 2] in small("channels")
            return after in ("", "to") or was or bool(way)
        if words[at] in ("notified", "alerted") and after == "that":
            return True
        theirs = at + 1 in self.marked.inside or after in small("objects") or after in small("ours")
        theirs = theirs or (
            bool(after) and (self.marked.person(at + 1) or after.removesuffix("s") in small("heard"))
        )
        return was or not theirs

    def _asked_of(self, deed: Deed, one: Mention) -> int:
        """ "Police checks requested", "GP records asked for", "999 called"."""
        words = self.words
        at = one.end
        if (
            words[one.start] in ("999", "101")
            and at < deed.end
            and words[at] in ("called", "rang", "rung", "dialled", "contacted")
        ):
            return at
        if one.start > deed.start and self.link_of(deed, one)[0]:
            return -1
        for step in range(at + 1, min(at + 4, deed.end)):
            if self.marked.has(step, "ask") and words[step] in (
                "requested",
                "asked",
                "sought",
                "ordered",
            ):
                after = words[step + 1] if step + 1 < deed.end else ""
                if words[step] != "asked" or after == "for" or words[step - 1] in small("passive"):
                    return step
        return -1


def asked_of(words: Sequence[str], deed: Deed, at: int) -> bool:
    """ "Request made of the landlord"."""
    return "made" in words[max(deed.start, at - 2) : at] and any(
        word in ("request", "requests", "enquiry", "enquiries") for word in words[deed.start : at]
    )
