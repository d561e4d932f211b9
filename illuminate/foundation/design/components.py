"""GOV.UK Frontend's components, rendered from one cached Jinja environment.

Making an environment costs about 16 ms: a page of twenty fields would spend a third of a second on it.
Whatever is passed as `text` is escaped; pass `html` only for markup that was made by a template.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from jinja2 import Environment, PackageLoader, PrefixLoader

Params = Mapping[str, Any]


@cache
def environment() -> Environment:
    """The one Jinja environment; it escapes everything that is not marked safe."""
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(
        loader=loader, autoescape=True, auto_reload=False, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _macro(name: str) -> Callable[[Params], str]:
    template = environment().get_template(f"govuk_frontend_jinja/components/{name}/macro.html")
    camel = "".join(part.capitalize() for part in name.split("-"))
    macro: Callable[[Params], str] = getattr(template.module, f"govuk{camel}")
    return macro


def component(name: str, params: Params) -> SafeString:
    """Render one component, for example `component("button", {"text": "Save"})`."""
    # The macros escape every value themselves; their output is markup.
    return mark_safe(str(_macro(name)(params)).strip())  # noqa: S308 - markup of GOV.UK Frontend, which escapes
