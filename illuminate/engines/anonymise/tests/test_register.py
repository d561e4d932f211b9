import pytest

from illuminate.engines.anonymise import Entry, Register, RegisterError, read_register

from .build import REGISTER, register


def forms(real: str, kind: str = "person", aliases: tuple[str, ...] = ()) -> set[str]:
    return {v.text for v in Register((Entry(kind, real, "X", "", aliases),)).variants()}


def test_reads_the_columns_of_the_contract() -> None:
    first = register().entries[0]
    assert first == Entry(
        "person",
        "Margaret Anne Holloway",
        "Louise",
        "victim",
        ("Maggie", "Mags", "M Holloway", "Mrs Holloway", "MH", "M.A.H.", "Holloway"),
    )


def test_reads_from_a_file_and_from_bytes_with_a_mark(tmp_path) -> None:
    path = tmp_path / "register.csv"
    path.write_bytes(b"\xef\xbb\xbf" + REGISTER.encode())
    assert read_register(path) == read_register(path.read_bytes()) == read_register(REGISTER)


def test_roles_and_aliases_may_be_missing() -> None:
    assert read_register("kind,real,pseudonym\nperson,Ann Lee,Jo\n").entries[0].aliases == ()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("persn,Ann Lee,Jo,,", "Row 2: “persn” is not a kind"),
        ("person,,Jo,,", "Row 2: the column real is empty"),
        ("date,some day,2021,,", "Row 2: “some day” is not a date"),
        ("date,31/02/2021,2021,,", "Row 2: “31/02/2021” is not a date"),
        ("person,Ann Lee,Jo,,\nperson,ANN LEE,Di,,", "Row 3: “ANN LEE” is already in row 2"),
        ("person,Ann Lee,Jo,a,b,c", "Row 2: there are more columns than headings"),
        ('person,"Ann Lee,Jo,,', "quotation mark"),
        ("", "no rows"),
    ],
)
def test_says_what_is_wrong_and_in_which_row(rows: str, says: str) -> None:
    with pytest.raises(RegisterError, match=says):
        read_register("kind,real,pseudonym,role,aliases\n" + rows)


def test_every_faulty_row_is_named() -> None:
    with pytest.raises(RegisterError) as refused:
        read_register("kind,real,pseudonym\nx,a,b\nperson,Ann Lee,Jo\ny,a,b\n")
    assert [problem[:5] for problem in refused.value.problems] == ["Row 2", "Row 4"]


@pytest.mark.parametrize("source", [b"\xff\xfe\x00", "real,kind\n", ""])
def test_refuses_what_is_no_register(source: str | bytes) -> None:
    with pytest.raises(RegisterError):
        read_register(source)


def test_a_missing_file_is_said_plainly(tmp_path) -> None:
    with pytest.raises(RegisterError, match="can't be opened"):
        read_register(tmp_path / "none.csv")


def test_derives_the_forms_of_a_name() -> None:
    derived = forms("Det Sgt Paul Iverson")
    assert {"Paul Iverson", "Iverson, Paul", "Iverson", "Paul"} <= derived
    assert not {"Det", "Sgt"} & derived


def test_initials_only_when_listed() -> None:
    assert "PI" not in forms("Paul Iverson")
    assert {"MH", "M.H."} <= forms("Margaret Holloway", aliases=("MH",))


def test_derives_the_usual_ways_to_write_a_date() -> None:
    wanted = {"9 October 2021", "09/10/2021", "9/10/21", "9th October 2021", "2021-10-09", "October 9, 2021"}
    assert wanted <= forms("09/10/2021", "date")


def test_a_derived_form_that_is_a_pseudonym_is_left_out() -> None:
    people = Register((Entry("person", "Mark Tully", "a nurse"), Entry("person", "Stephen Holloway", "Mark")))
    assert "Mark" not in {v.text for v in people.variants()}


def test_a_pseudonym_that_is_a_real_name_is_a_clash() -> None:
    people = Register((Entry("person", "Ann Lee", "Jo", "", ("Ann",)), Entry("person", "Di Poe", "Ann")))
    assert "“Ann”" in people.clashes()[0]
    assert register().clashes() == []
