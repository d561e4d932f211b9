"""The door for a web server."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "illuminate.config.settings")
application = get_wsgi_application()
# Reads every page's code now, once for all processes, so that the first visitor does not wait for it.
get_resolver().url_patterns  # noqa: B018 - reading it is the work
