"""The answers that may be given about people. "Not known" is one of them; blank means nobody has asked."""

from django.db.models import TextChoices


class EntryKind(TextChoices):
    """Kinds of register entry: the file's own words (commands.md, "Anonymise")."""

    PERSON = "person", "Person"
    ORGANISATION = "organisation", "Organisation"
    PLACE = "place", "Place"
    DATE = "date", "Date"
    IDENTIFIER = "identifier", "Number or reference"


class ChosenBy(TextChoices):
    """Who chose the name that is used (journey.md, "Families"). Blank: nobody has said yet."""

    FAMILY = "family", "The family"
    CHAIR = "chair", "The independent chair"
    NOT_AGREED = "not_agreed", "Not agreed with the family yet"


class SubjectKind(TextChoices):
    """Who the review is about (journey.md, "The words")."""

    VICTIM = "victim", "The person who died"
    ALLEGED_PERPETRATOR = "alleged_perpetrator", "The alleged perpetrator"
    CHILD = "child", "A child"
    OTHER = "other", "Somebody else the review is about"


SUBJECT_LABELS: dict[str, str] = {
    SubjectKind.VICTIM: "the person who died",
    SubjectKind.ALLEGED_PERPETRATOR: "the alleged perpetrator",
    SubjectKind.CHILD: "a child",
    SubjectKind.OTHER: "a person the review is about",
}

ROLES: dict[str, str] = {
    SubjectKind.VICTIM: "victim",
    SubjectKind.ALLEGED_PERPETRATOR: "alleged perpetrator",
    SubjectKind.CHILD: "child",
    SubjectKind.OTHER: "",
}


class Sex(TextChoices):
    FEMALE = "female", "Female"
    MALE = "male", "Male"
    UNKNOWN = "unknown", "Not known"


class Ethnicity(TextChoices):
    """The groups of the census of England and Wales, 2021."""

    WHITE_BRITISH = "white_british", "White: English, Welsh, Scottish, Northern Irish or British"
    WHITE_IRISH = "white_irish", "White: Irish"
    GYPSY = "gypsy_traveller", "White: Gypsy or Irish Traveller"
    ROMA = "roma", "White: Roma"
    WHITE_OTHER = "white_other", "Any other White background"
    MIXED_CARIBBEAN = "mixed_caribbean", "White and Black Caribbean"
    MIXED_AFRICAN = "mixed_african", "White and Black African"
    MIXED_ASIAN = "mixed_asian", "White and Asian"
    MIXED_OTHER = "mixed_other", "Any other Mixed or multiple background"
    INDIAN = "indian", "Indian"
    PAKISTANI = "pakistani", "Pakistani"
    BANGLADESHI = "bangladeshi", "Bangladeshi"
    CHINESE = "chinese", "Chinese"
    ASIAN_OTHER = "asian_other", "Any other Asian background"
    BLACK_AFRICAN = "black_african", "African"
    BLACK_CARIBBEAN = "black_caribbean", "Caribbean"
    BLACK_OTHER = "black_other", "Any other Black, Black British, or Caribbean background"
    ARAB = "arab", "Arab"
    OTHER = "other", "Any other ethnic group"
    UNKNOWN = "unknown", "Not known"


class Religion(TextChoices):
    """The answers of the census of England and Wales, 2021."""

    NONE = "none", "No religion"
    CHRISTIAN = "christian", "Christian"
    BUDDHIST = "buddhist", "Buddhist"
    HINDU = "hindu", "Hindu"
    JEWISH = "jewish", "Jewish"
    MUSLIM = "muslim", "Muslim"
    SIKH = "sikh", "Sikh"
    OTHER = "other", "Another religion"
    UNKNOWN = "unknown", "Not known"


class Orientation(TextChoices):
    HETEROSEXUAL = "heterosexual", "Heterosexual or straight"
    GAY = "gay", "Gay or lesbian"
    BISEXUAL = "bisexual", "Bisexual"
    OTHER = "other", "Another orientation"
    UNKNOWN = "unknown", "Not known"
