"""The program's own settings, on a database of the tests' own."""

from tests import database

database.configure()

from illuminate.config.settings import *  # noqa: E402, F403 - only after the environment is set
