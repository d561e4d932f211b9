"""What is decided about one finding, and which findings a list shows."""

from collections.abc import Iterable
from typing import Any

from illuminate.foundation.design import forms
from illuminate.journey.anonymity import kinds
from illuminate.journey.anonymity.finding import Line, State

ACCEPT, CHANGE, KEEP = "accept", "change", "keep"


class DecideForm(forms.Form):
    """One finding: what is proposed, other words, or that it stays and why; here, or everywhere."""

    outcome = forms.ChoiceField(label="What becomes of it?", missing="Choose what becomes of it", size="s")
    word = forms.CharField(label="What stands there instead?", max_length=120, width="full", autocomplete="off",
                           missing="Enter what stands there instead")  # fmt: skip
    reason = forms.CharField(label="Why does it identify nobody?", max_length=500, width="full", autocomplete="off",
                             missing="Say why it identifies nobody")  # fmt: skip
    everywhere = forms.BooleanField(label="Everywhere", required=False)

    def __init__(self, *args: Any, line: Line, same: int, last_reason: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.line = line
        outcome: Any = self.fields["outcome"]
        outcome.choices = list(_choices(line))
        outcome.reveal = {CHANGE: ["word"], KEEP: ["reason"]}
        self.fields["outcome"].initial = line.chosen
        self.fields["word"].initial = line.new if line.chosen == CHANGE else ""
        self.fields["reason"].initial = line.reason or last_reason
        if line.state_is_unread:
            del self.fields["everywhere"]
        else:
            self.fields["everywhere"].label = _everywhere(line, same)

    @property
    def decision(self) -> dict[str, Any]:
        """As the action takes it."""
        said = self.cleaned_data
        goes = said["outcome"] != KEEP
        return {
            "outcome": "change" if goes else "keep",
            "word": self._word() if goes else "",
            "reason": said["reason"] or "",
            "everywhere": bool(said.get("everywhere")),
        }

    def _word(self) -> str:
        """The register's own pseudonym isn't kept a second time: it may change."""
        if self.cleaned_data["outcome"] == CHANGE:
            return str(self.cleaned_data["word"] or "")
        return "" if self.line.on_register else self.line.proposed


def _choices(line: Line) -> Iterable[tuple[str, str]]:
    if line.state_is_unread:
        yield ACCEPT, "It has to be changed in a new version"
        yield KEEP, "I have looked at it: it identifies nobody"
        return
    if line.proposed:
        said = ", as the register says" if line.on_register else ""
        yield ACCEPT, f"Replace it by “{line.proposed}”{said}"
    if not line.on_register:
        yield CHANGE, "Replace it by other words"
    yield KEEP, "It stays, because it identifies nobody"


def _everywhere(line: Line, same: int) -> str:
    here = f"all {same} places in this file" if same > 1 else "this file"
    if line.on_register:
        return f"Decide it so in {here}" if same > 1 else "Decide it so wherever it stands in this file"
    return f"Everywhere: in {here}, and in the other files of this review"


class ShowForm(forms.Form):
    """Which findings a list shows."""

    kind = forms.SelectField(
        label="Kind", required=False, blank="All kinds",
        choices=lambda: [*((one.name, one.label) for one in kinds.groups()), (kinds.UNREAD.name, kinds.UNREAD.label)],
    )  # fmt: skip
    state = forms.SelectField(
        label="State", required=False, blank="All states", choices=[(one.value, one.label) for one in State]
    )

    def chosen(self, lines: Iterable[Line]) -> list[Line]:
        """The lines that fit what was chosen; all when nothing was."""
        said = self.cleaned_data if self.is_valid() else {}
        return [
            line for line in lines
            if said.get("kind") in (None, "", line.group.name) and said.get("state") in (None, "", line.state)
        ]  # fmt: skip
