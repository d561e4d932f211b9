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
        (
            "person,Ann Lee,Jo,,Mrs Lee\nperson,Di Lee,Zoe,,mrs  lee",
            "Row 3: “mrs  lee” is also a form of “Ann Lee” in row 2",
        ),
        (
            "place,1 Elm Row,a,,The Row\nplace,2 Elm Row,b,,the row",
            "Row 3: “the row” is also a form of “1 Elm Row” in row 2",
        ),
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


def test_initials_in_every_usual_writing() -> None:
    assert {"P.I.", "PI"} <= forms("Paul Iverson")
    assert {"MH", "M.H."} <= forms("Margaret Holloway", aliases=("MH",))
    assert {"MAH", "M A Holloway", "MA Holloway", "Holloway, MA"} <= forms("Margaret Anne Holloway")


@pytest.mark.parametrize(
    ("real", "aliases", "wanted"),
    [
        (
            "Thomas Bray",
            (),
            {"Tom", "Tommy Bray", "Bray, Tom", "Brays", "T Bray", "Bray, T", "Thomas B", "TomBray"},
        ),
        ("Maggie Bray", (), {"Margaret", "Margaret Bray"}),
        (
            "Ann Bray",
            ("Annie", "Mrs Stott"),
            {"Annie Stott", "Stott", "Ann Stott", "A Stott", "Ann (Annie) Bray"},
        ),
        ("Ann Bray (née Stott)", (), {"Ann Bray", "Ann Stott", "Stott"}),
        ("Joan Vane-Tempest", (), {"Vane", "Tempest", "VaneTempest", "Joan Tempest"}),
        ("Eoin McGarry", (), {"Mac Garry", "MacGarry", "Owen McGarry"}),
        ("Una O'Garry", (), {"OGarry", "Una OGarry"}),
        ("Karim bin Said al-Sabi", (), {"Karim al-Sabi", "Sabi", "alSabi", "Karim bin Said"}),
        ("Zhao Lihua", (), {"Lihua Zhao", "Li-Hua Zhao", "L Zhao", "Li-Hua"}),
        ("Kim Ji-woo", (), {"Ji-woo Kim", "Jiwoo"}),
        ("Simran Kaur Brar", (), {"Simran Kaur", "Mrs Kaur", "Kaur Brar"}),
        ("Anna Nowicka", (), {"Nowicki", "Ania Nowicka"}),
        ("WPC 118 Jo Bray", (), {"WPC 118", "Bray 118", "Jo Bray"}),
        ("Bray, Thomas James", (), {"Thomas Bray", "James Bray", "Thomas James"}),
    ],
)
def test_what_follows_from_a_name(real: str, aliases: tuple[str, ...], wanted: set[str]) -> None:
    assert wanted <= forms(real, aliases=aliases)


@pytest.mark.parametrize(
    ("kind", "real", "wanted"),
    [
        ("organisation", "Tern Hill Primary School", {"THPS", "T.H.P.S.", "Tern Hill", "Tern Hill School"}),
        ("organisation", "Bray and Sons Ltd", {"Bray Sons Limited", "Bray and Sons"}),
        ("organisation", "St Olave's Surgery", {"Saint Olave's Surgery", "St Olave's"}),
        (
            "place",
            "7 Fell Road, Aston, QX1 4ZZ",
            {"7 Fell Road", "7 Fell Rd", "Fell Road", "QX1 4ZZ", "QX14ZZ"},
        ),
        ("place", "Flat 3, 9 Tarn Avenue", {"9 Tarn Avenue", "9 Tarn Ave", "Tarn Avenue"}),
        ("date", "03/11/2019", {"third of November 2019", "3 listopada 2019", "3rd November", "03 xi 2019"}),
        ("identifier", "07700 900 417", {"07700900417", "+447700900417", "00447700900417"}),
    ],
)
def test_what_follows_from_the_other_kinds(kind: str, real: str, wanted: set[str]) -> None:
    assert wanted <= forms(real, kind)


def test_derives_the_usual_ways_to_write_a_date() -> None:
    wanted = {"9 October 2021", "09/10/2021", "9/10/21", "9th October 2021", "2021-10-09", "October 9, 2021"}
    assert wanted <= forms("09/10/2021", "date")


def test_a_derived_form_that_is_a_pseudonym_is_left_out() -> None:
    people = Register((Entry("person", "Mark Tully", "a nurse"), Entry("person", "Stephen Holloway", "Mark")))
    assert "Mark" not in {v.text for v in people.variants()}


@pytest.mark.parametrize("pseudonym", ["Ann", "lee", "Ann Lee", "Annie", "Poe"])
def test_a_pseudonym_is_nobodys_first_or_last_name(pseudonym: str) -> None:
    people = Register(
        (Entry("person", "Ann Lee (née Poe)", "Jo", "", ("Annie",)), Entry("person", "Di Roe", pseudonym))
    )
    assert people.clashes() == [
        f"The pseudonym “{pseudonym}” is also a name of someone on the register. Choose another."
    ]


def test_a_place_and_a_body_may_share_a_form() -> None:
    rows = "place,Elm Row,a,,\norganisation,Elm Row School,b,,Elm Row\n"
    assert len(read_register("kind,real,pseudonym,role,aliases\n" + rows).entries) == 2


def test_a_pseudonym_that_is_a_real_name_is_a_clash() -> None:
    people = Register((Entry("person", "Ann Lee", "Jo", "", ("Ann",)), Entry("person", "Di Poe", "Ann")))
    assert "“Ann”" in people.clashes()[0]
    assert register().clashes() == []


def test_a_form_that_was_struck_is_not_looked_for_but_a_listed_one_is() -> None:
    struck = Entry("person", "Grace Okafor", "Louise", "", ("Gracie",), struck=("grace", "Gracie"))
    texts = {variant.text for variant in Register((struck,)).variants()}
    assert "Grace" not in texts
    assert {"Okafor", "Gracie"} <= texts
