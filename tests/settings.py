"""The program's own settings, on a database of the tests' own."""

from tests import database

database.configure()

from illuminate.config.settings import *  # noqa: E402, F403 - only after the environment is set

# Strong hashing is slow on purpose; no test is about its strength.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
