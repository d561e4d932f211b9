"""How a file is refused."""


class NotAccepted(ValueError):
    """A file is not taken. Says why and what to do in one plain sentence."""
