"""How sending can go wrong. The words are for the coordinator, and hold neither an address nor a name."""


class NotDeliverable(Exception):
    """It will never arrive this way: trying again changes nothing."""


class TryLater(Exception):
    """It could not be handed over just now."""
