"""Days of birth, death and law in every writing; and the days of meetings, guidance and law that stay."""

import pytest

from .marked import touched, uncovered

FOUND = {
    "birth": [
        "She was born on [[the second of May 1984]].",
        "She was born [[2 May 1984]] in Denby.",
        "DOB: [[4/7/82]]",
        "d.o.b. [[04.07.1982]]",
        "Date of birth [[1982-07-04]], female",
        "(b. [[4 July 1982]])",
        "born [[July 4th, 1982]]",
        "born [[4-Jul-82]]",
        "born [[4th of July '82]]",
        "birth date given as [[04071982]]",
        "DOB [[04 07 1982]]",
        "Her birthday is [[4 July]].",
        "It was her 34th birthday on [[6 June]].",
        "her birthday, [[the sixth of June]], was forgotten",
        "She turned forty on [[3 February 2018]].",
        "She would have been 30 on [[9 October 2021]].",
        "The baby came on [[Boxing Day 2015]].",
        "The twins were delivered on [[11 April 2016]].",
        "He was baptised on [[1 August 1990]].",
        "Ganed hi ar [[4 Gorffennaf 1982]].",
        "born [[17 marca 1984]] in Poland",
        "nascută [[14 martie 1990]]",
        "Birth registered: [[12 Nov 2014]]",
        "on [[12 November 2014]], when her son was born",
        "Her son's birth, on [[12 November]], was easy.",
        "She gave birth at Denby on [[3rd March 2012]].",
        "age 34 ([[04/07/1982]])",
    ],
    "death": [
        "He died [[3.11.19]].",
        "She was killed on [[Sunday 3 November 2019]].",
        "Her death on [[3 November]] was sudden.",
        "She was found dead on [[3rd November]].",
        "died in the early hours of [[3 November 2019]]",
        "died at about 2 am on [[Sunday the 3rd of November]]",
        "Her body was found on [[4 November 2019]] by a neighbour.",
        "was pronounced dead at [[03:15 on 3 November 2019]]",
        "On [[3 November 2019]] he strangled her.",
        "Date of death: [[03/11/2019]]",
        "between [[2 and 3 November 2019]] she was murdered",
        "the night of [[2/3 November 2019]], when she died",
        "The funeral was on [[29 November 2019]].",
        "She was buried on [[29 Nov]].",
        "He took his own life on [[5 May 2020]].",
        "the homicide of [[3 November 2019]]",
        "the fatal attack of [[3 November]]",
        "the anniversary of her death, [[3 November]]",
        "Died: [[3 Nov 2019]]",
        "the day she died, [[3 November 2019]], was warm",
        "She died on [[St David's Day 2019]].",
        "She died on [[Christmas Eve]].",
        "killed on [[New Year's Eve 2018]]",
        "She died [[the Tuesday before Christmas 2018]].",
        "bu farw ar [[3 Tachwedd 2019]]",
        "On the evening of [[Friday, 1 November]], she was stabbed.",
    ],
    "law": [
        "He was arrested on [[4 November 2019]].",
        "He was arrested the next day, [[4 November]].",
        "arrested [[04/11/19]] at home",
        "charged with murder on [[6 November 2019]]",
        "He was sentenced at Harbury Crown Court on [[9 March 2020]].",
        "sentenced [[09-MAR-2020]]",
        "On [[9 March 2020]], at Harbury Crown Court, he was given life.",
        "He was found guilty on [[6 March 2020]].",
        "convicted at trial on [[March 6, 2020]]",
        "On [[6 March 2020]] the jury convicted him of murder.",
        "He pleaded guilty on [[13 January 2020]].",
        "His trial began on [[17 February 2020]].",
        "remanded in custody on [[7 November]]",
        "bailed to return on [[12 May 2018]]",
        "released from prison on [[2 June 2017]]",
        "recalled to prison on [[4 July 2017]]",
        "first appeared before magistrates on [[7th November 2019]]",
        "He was jailed for life on [[9 March]].",
        "life imprisonment was imposed on [[9 March 2020]]",
        "Sentence: [[9.3.20]], life with 19 years",
        "Arrested 0610 [[4/11/19]]",
        "cautioned on [[the 14th of June, 2014]]",
        "detained under the Mental Health Act on [[20 August 2018]]",
        "a conviction dated [[18 May 2011]] for assault",
        "He is eligible for parole from [[8 November 2038]].",
        "On [[9 March 2020]] His Honour Judge Peel passed sentence.",
        "conviction: [[18/5/2011]], ABH",
        "The order was made on [[18 May 2011]] after he was convicted.",
    ],
}

LEFT = [
    "The panel met on 3 March 2022 to discuss the death.",
    "The guidance was published on 4 May 2021.",
    "The Act came into force on 5 July 2021.",
    "The chair was appointed on 12 January 2020.",
    "The report was sent to the Home Office on 1 June 2022.",
    "Version 3, 14 June 2023",
    "Agreed by the partnership on 8 June 2023.",
    "The action is due by 31 March 2024.",
    "The domestic abuse policy was revised in May 2018.",
    "Terms of reference were agreed on 14 February 2021.",
    "The inspection took place between 3 and 14 May 2019.",
    "The statutory guidance dated 6 December 2016 applies.",
    "In March 2019 she moved to Harbury.",
    "From 1 April 2015 the duty applies to all councils.",
    "IMRs were due on 30 September 2020.",
    "Training was held on 5 May 2022.",
    "It scored 3.11.19 in the index of versions.",
    "accessed 4 November 2022",
]


@pytest.mark.parametrize(
    "sentence", [pytest.param(one, id=f"{kind}: {one[:30]}") for kind, ones in FOUND.items() for one in ones]
)
def test_finds(sentence: str) -> None:
    assert uncovered(sentence, "date", "age") == []


@pytest.mark.parametrize("sentence", LEFT)
def test_leaves_alone(sentence: str) -> None:
    assert [one for one in touched(sentence) if one[1] == "date"] == []
