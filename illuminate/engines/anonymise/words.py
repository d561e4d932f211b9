"""Ordinary English words that are also names, as data: the engine's only knowledge of what is a name.

A name in ORDINARY counts as a name only with a capital, and at the start of a sentence only when the next
word doesn't show it to be a verb. Collected from ONS baby-name lists and common British surnames by asking
which are also in a small English dictionary; add to it when a false alarm shows one missing.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN = _words(
    """
    ace al amber an angel april archer art august autumn barb basil bill blaze bo bob bonnie brandy
    bud candy carol chad chance charity charm chase chastity cherry china chip chuck clay cliff
    constance coral crown crystal dad daisy dale dawn dean destiny do don dot drew duke earl ebony
    ed ernest eve faith fay felicity fern flora forest frank gay gem gene ginger glen grace gran
    grant guy happy harmony harry hazel heath heather holly honor hope hunter in iris ivy jack
    january jay jean jenny jimmy josh joy jude july june ken king kit kitty lance lee les lily ma
    major march mark mason matt max may melody mercedes mercy merry mike miles misty mo monday mum
    nan nana nick noble norm olive pa pat patience patty pearl peg penny pierce poppy prince
    prudence ray reed reign rich rob robin robyn rod rose rosemary rowan ruby rusty sally sam sandy
    sid sky skye so sol star sterling stew stone storm sue summer sunny tab terry tiger tiny tom
    tony trinity true ty unity van verity victor viola violet wade ward warren wayne will wolf woody
    zen
    """
)

FAMILY = _words(
    """
    bacon baker banks barber barley batten bean bell berry best bird bishop black blue bolt bond
    bowl bridge bright brook brooks brown bull bullock burn burns bush butcher butler canon
    carpenter carter case castle chambers chapel chase child childs church clay clerk cliff close
    coach cook cooper court cox cross crow daily dale day dean dove drake drew duck duke dyer eagle
    early east england english fair farmer field fields fish fisher flower flowers ford forest
    forester fox france french friend frost gale garden gardener gates gill glass gold good goodman
    grange grant graves gray green grey grove hall hand harp hart haven hawk head heath hill hills
    holder holiday holmes hood hope horn house hunt hunter hurst ireland jewel joiner joy judge keen
    key king kitchen knight lake lamb lane large last law laws leaf light list lister little lock
    long lot love low mace main major man mann march marks marsh martin mason may mead meadows mild
    miller mills mistry mole money monk moon moor moore more moss mountain nash new night noble
    north oak oaks pace page pain painter palmer park parker parks parsons partridge payne peace
    peacock pear pell penny perry petty pickering pike pitt place plant pool poole pope porter
    potter pound power pratt price priest prince prior proud quick quill rain raven ray read reader
    reed rice rich ring rivers roach rock rose rudd rudge rush rust sage salmon salt salter sandford
    sands savage sawyer scales sea seal self sergeant sharp shaw shepherd shield shine short silver
    singer slater small smart smith snow south spark speed spring squire star starling steel stock
    stone storey street strong summer summers swallow swan swift tailor tame taylor temple terry
    thorn thorpe tiller toms tower tree trout tully turner vale vicar vine voss wade wake walker
    wall walls ward waters way weaver webb welch well wells west white wild wilde winch winter
    winters wise wolf wood woods workman worth wray yard young
    """
)

PLACES = _words(
    """
    abbey academy anchor arms barn bell bridge bull centre chapel church clinic club cottage crown
    elms farm fox george globe grange harbour head hospital king's lamb lion lodge manor meadow mill
    nursery oak orchard plough practice priory queen queens railway royal school ship star station
    sun surgery swan willows
    """
)

# Names that no sentence would use as an ordinary word stay out even if a dictionary has them.
ORDINARY = (GIVEN | FAMILY | PLACES) - _words("tully lister mistry pickering rudge pell sandford")

MONTHS = _words("january february march april may june july august september october november december")

# Words after which only a month can be meant: "in May", "early June"; "by May" may be a person.
BEFORE_MONTH = _words("in since until till last next early late mid this during every")

# What follows a verb or auxiliary at the start of a sentence ("Will the panel", "Mark this date").
FUNCTION = _words(
    """
    a all also always an and any anyone as at be but by do each every for from have he her his i if
    in is it its my never no not of on one only or our she some that the their then there these they
    this those to we what when where who with you your
    """
)

TITLES = _words(
    """
    acc cc ch chief cllr con constable councillor dame dc dcc dci dcs det di doctor dr ds dsu father
    gp hv insp inspector iro lady lord matron miss mr mrs ms mx nurse pc pcso pn prof professor ps
    rev revd reverend sergeant sgt sir sister superintendent supt sw the tm wpc
    """
)
