"""Names leave the sentences of findings too, where the program's own words say them."""

from __future__ import annotations

import json
from pathlib import Path

from illuminate.cli.chronology.tests.test_merge import REGISTER, merge, said, written


def test_a_name_that_only_the_sentence_of_a_finding_says_leaves_as_its_pseudonym(tmp_path: Path) -> None:
    """The entries speak of the Prevent panel; the sentence that compares them calls it by its name, Channel."""
    told = "2/2/2016,Ann Reed,Discussed at the Prevent panel\n"
    one = written(tmp_path / "gp.csv", f"Agency: Larch GP\nDate,Patient,Event\n{told}")
    other = written(tmp_path / "homes.csv", f"Agency: Larch Homes\nDate,Tenant,Event\n{told}")
    register = written(tmp_path / "register.csv", f"{REGISTER}organisation,Channel,the programme\n")
    out = tmp_path / "out.json"
    done = merge(one, other, "--out", out, "--register", register)
    assert (done.exit_code, said(done)) == (0, [])
    [finding] = json.loads(out.read_text())["findings"]
    assert "the programme" in finding["why"] and "channel" not in finding["why"].casefold()
