"""People, small bodies and small places on no register: who is found, who isn't, and what follows from a name found."""

import pytest

from illuminate.engines.anonymise import Register, check
from illuminate.engines.anonymise.names import NoModel, model, strangers_in

from .build import register

REGISTER = register()


def found(text: str, register: Register = REGISTER, published: tuple[str, ...] = ()) -> list[str]:
    """The words that are proposed, in reading order."""
    report = check(text.encode(), "note.txt", register, published=published)
    return [finding.text for finding in report.findings if not finding.on_register]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She saw Dr Tilbrook that day.", "Dr Tilbrook"),
        ("It was logged by PC 4410 Edwina Tarrant at noon.", "Edwina Tarrant"),
        ("Her uncle, Nguyen Van Thanh, was told.", "Nguyen Van Thanh"),
        ("The plumber, Wojciech Żurawski, let her in.", "Wojciech Żurawski"),
        ("They asked Oluwadamilola Adeyinka-Bright to wait.", "Oluwadamilola Adeyinka-Bright"),
        ("Rhodri ap Gruffydd lived next door.", "Rhodri ap Gruffydd"),
        ("A statement by Nusrat bint Yusuf was read.", "Nusrat bint Yusuf"),
        ("He was sentenced by His Honour Judge Tilbrook.", "His Honour Judge Tilbrook"),
        ("A woman named Saoirse O’Gorman rang.", "Saoirse O’Gorman"),
        ("The papers were read by Jean-Luc d'Artigny again.", "Jean-Luc d'Artigny"),
        ("We met Katrín Jónsdóttir there.", "Katrín Jónsdóttir"),
        ("She lived with Park Ji-woo for a year.", "Park Ji-woo"),
    ],
)
def test_a_stranger_is_found_whatever_the_name(text: str, name: str) -> None:
    assert any(name in one for one in found(text))


def test_a_name_found_once_is_found_everywhere() -> None:
    text = "\n".join(
        [
            "The manager, Ottilie Brackenrigg, was away.",
            "Brackenrigg's diary is lost. Nobody had asked 0ttilie.",
            "Mrs Brackenrig said so.",
        ]
    )
    assert found(text) == ["Ottilie Brackenrigg", "Brackenrigg", "0ttilie", "Mrs Brackenrig"]


@pytest.mark.parametrize(
    "text",
    [
        "The Domestic Abuse Act 2021 and the Care Act 2014 apply.",
        "Westmorshire Police and Tarnby Borough Council took part.",
        "The panel followed Okonjo and Tilbrook (2017) and Fairweather et al.",
        "It used Fairweather's typology of stalking.",
        "On a Tuesday she was given Sertraline and Diazepam.",
        "The Home Secretary, Augusta Fairweather, wrote to chairs.",
        "She was known under Clare's Law and at St Bartholomew's Hospital.",
        "Recommendation 4: Multi-Agency Risk Assessment Conference",
        "Louise met Neil at the Tarnby Borough Council offices.",
    ],
)
def test_what_names_nobody_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_small_bodies_and_places_are_proposed() -> None:
    assert found("He went to Fernhollow Primary School.") == ["Fernhollow Primary School"]
    assert found("She was registered at Fernhollow Medical Centre.") == ["Fernhollow Medical Centre"]
    assert found("He waited in Cobbler's Fold all night.") == ["Cobbler's Fold"]
    assert found("They moved to the village of Nether Tarnby.") == ["Nether Tarnby"]
    assert found("They moved to Manchester and to Leeds.") == []


def test_the_panel_is_published() -> None:
    text = "Panel members: Dr Ottilie Brackenrigg (chair), Tarquin Okonjo\nDr Brackenrigg met Edwina Tarrant."
    assert found(text) == ["Edwina Tarrant"]
    assert found("Edwina Tarrant met Neil.", published=("Dr Edwina Tarrant",)) == []


def test_part_of_a_published_name_is_not_the_register_s() -> None:
    assert check(b"May Okonjo wrote.", "a.txt", REGISTER, published=["May Okonjo"]).clean
    assert not check(b"May Robson wrote.", "a.txt", REGISTER, published=["May Okonjo"]).clean


def test_a_stranger_beside_a_name_of_the_register_is_left_over() -> None:
    report = check(b"Her cousin, Tarquin Holloway, rang.", "a.txt", REGISTER)
    assert [(f.text, f.on_register, f.pseudonym) for f in report.findings if not f.on_register] == [
        ("Tarquin", False, None)
    ]


def test_offsets_are_in_the_original() -> None:
    text = "“ﬁne”, said Dr Żura\u00adwski."
    (one,) = strangers_in([text])[0]
    assert text[one.start : one.end] == "Dr Żura\u00adwski"


def test_without_the_model_no_file_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_: object) -> bool:
        raise NoModel

    monkeypatch.setattr(model, "_dictionary", lambda: absent(None))
    model.is_ordinary.cache_clear()
    report = check(b"Xanthippa met Quillow there.", "a.txt", REGISTER)
    assert not report.clean
    assert "names on no register" in {one.part for one in report.unread}


def test_a_panels_table_names_its_members_openly_and_a_list_of_agencies_its_agencies() -> None:
    """In a table of Word every cell is a paragraph of its own."""
    table = [
        "The review panel",
        "Name",
        "Role",
        "Hilary Stroud",
        "Head of Safeguarding",
        "Joel Penhallow",
        "Manager",
    ]
    agencies = ["Contributors to the review", "Agency", "Contribution", "Winterbourne Lettings", "Chronology"]
    after = [
        "",
        "10.1 Hilary Stroud rang Winterbourne Lettings. Asked by Tilda Brankley, Joel Penhallow agreed.",
    ]
    assert found("\n".join([*table, "", *agencies, *after])) == ["Tilda Brankley"]
    assert [one.start for one in strangers_in([*table, "", *agencies, *after])[-1]] == [56]
    assert "Hilary Stroud" in found("The panel met.\n\nHilary Stroud rang.")


@pytest.mark.parametrize(
    "text",
    [
        "In August Louise rang.",
        "Ben Louise Hannah",
        "It was next door to Mum.",
        "OASys was used.",
        "Carers can be victims.",
    ],
)
def test_pseudonyms_beside_days_and_each_other_are_nobody_new(text: str) -> None:
    named = strangers_in([text], ["Louise", "Ben", "Hannah"])
    assert named == [[]]


@pytest.mark.parametrize(
    "text",
    [
        "OP: Which service?\nKey: OP operator.\nOP: Go on.",
        "Headteacher: Mr G. Tilbrook\nHeadteacher",
        "| 17/01 | Refuge | Arrives with 3 children. | Flag not placed |",
        "D5 Vehicle for the mileage form. Told nobody. Rang twice.",
        "See Brankley, T. and Oakhurst, N. (2020); Penhallow, J. (2019).",
        "It was asked by Della Oakhurst MP.",
        "Hafan Wen, the specialist domestic abuse service, wrote.\nShe rang Hafan Wen.",
    ],
)
def test_labels_references_and_bodies_are_nobody(text: str) -> None:
    assert [one for one in found(text) if one != "Mr G. Tilbrook"] == []


def test_a_town_is_proposed_where_somebody_was_born_or_buried_and_a_country_is_not() -> None:
    assert found("She was born in Quetta. The funeral in Luton was small. He spoke of Luton.") == [
        "Quetta",
        "Luton",
    ]
    assert found("She was born in Poland and brought up in Wales.") == []


def test_whoever_stands_before_a_post_or_behind_a_label_is_still_found() -> None:
    assert found("Caller: Tilda Brankley.") == ["Tilda Brankley"]
    assert found("Bramwell Achebe (housing) and Signe Lundgaard, a charity worker.") == [
        "Bramwell Achebe", "Signe Lundgaard",
    ]  # fmt: skip
