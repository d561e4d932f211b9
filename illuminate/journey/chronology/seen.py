"""Which revision of a row was on the page that is sent: who sends an older one is told what has changed since."""

from django.http import HttpRequest


def seen_in(request: HttpRequest) -> int:
    """The page's hidden number; whatever is no number was never there."""
    given = request.POST.get("seen", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else -1
