"""What the files that leave are called: a name on the register is in no file name either."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from illuminate.cli import main


@pytest.mark.parametrize("asked", ["--out", "--json"])
def test_a_name_in_the_name_of_an_output_is_refused_before_anything_is_read(
    tmp_path: Path, asked: str
) -> None:
    file, register = tmp_path / "gp.csv", tmp_path / "register.csv"
    file.write_text("Agency: Larch GP\nDate,Patient,Event\n1/2/2016,Ann Reed,Seen\n")
    register.write_text("kind,real,pseudonym\nperson,Ann Reed,Louise\n")
    out = tmp_path / "chronology of Ann Reed.json"
    arguments = ["chronology", "merge", str(file), asked, str(out), "--register", str(register)]
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1 and not done.stdout
    assert sorted(tmp_path.iterdir()) == [file, register]
