"""Other invented deaths for the demo, so that there is a review in every stage. Nobody here exists.

Names are ordinary and belong to no case; places are Northbridge's. The example case itself is `story/intake.py`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Neighbour:
    """A death of the demo: what its review is called, and who they were."""

    code_word: str
    pseudonym: str
    victim: str
    suspect: str
    kin: str
    relationship: str
    cause: str


NEIGHBOURS: dict[str, Neighbour] = {
    one.code_word: one
    for one in (
        Neighbour(
            "Aspen",
            "Ruth",
            "Philippa Anne Garside",
            "Desmond Garside",
            "Hazel Trimble",
            "Husband",
            "Head injury",
        ),
        Neighbour(
            "Beech",
            "Nadia",
            "Samira Okonjo-Bell",
            "Terence Bell",
            "Ify Okonjo",
            "Former husband",
            "Stab wound",
        ),
        Neighbour("Birch", "Elsie", "Winifred Oldroyd", "Keith Oldroyd", "Maureen Salt", "Son", "Neglect"),
        Neighbour(
            "Cedar", "Paul", "Anthony Vickers", "Donna Cawley", "Lesley Vickers", "Partner", "Stab wound"
        ),
        Neighbour("Elm", "Anna", "Katarzyna Wilk", "Robert Dunkley", "Ewa Wilk", "Partner", "Strangulation"),
        Neighbour(
            "Fern", "Joy", "Blessing Adekoya", "Sunday Adekoya", "Comfort Adekoya", "Husband", "Stab wound"
        ),
        Neighbour(
            "Juniper", "Iris", "Dorothy Mellish", "Alan Mellish", "Susan Prior", "Husband", "Smothering"
        ),
        Neighbour(
            "Larch",
            "Meera",
            "Anjali Chowdhry",
            "Nikhil Chowdhry",
            "Pooja Sen",
            "Husband",
            "Fall from a height",
        ),
        Neighbour("Maple", "Edwin", "Gregory Stott", "Wayne Stott", "Linda Stott", "Brother", "Head injury"),
        Neighbour(
            "Osier",
            "Clare",
            "Bernadette Quigley",
            "Liam Hackett",
            "Aoife Quigley",
            "Former partner",
            "Stab wound",
        ),
        Neighbour("Quince", "Lena", "Ingeborg Falk", "Malcolm Reeve", "Astrid Falk", "Partner", "Drowning"),
        Neighbour("Rowan", "Dilys", "Gwyneth Beddoe", "Huw Beddoe", "Carys Lloyd", "Husband", "Smothering"),
        Neighbour(
            "Sedge",
            "Marie",
            "Josephine Ampofo",
            "Kwame Ampofo",
            "Esther Ampofo",
            "Former husband",
            "Stab wound",
        ),
        Neighbour("Spruce", "Vera", "Lyudmila Hart", "Barry Hart", "Oksana Melnyk", "Husband", "Head injury"),
        Neighbour(
            "Yarrow",
            "Beth",
            "Charlotte Ince",
            "Joel Ramsbottom",
            "Heather Ince",
            "Former partner",
            "Stab wound",
        ),
        Neighbour("Willow", "Sara", "Yasmin Haddad", "Tariq Haddad", "Leila Haddad", "Brother", "Stab wound"),
    )
}
