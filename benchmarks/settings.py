"""The program's own settings, with one more address: an empty view to compare with."""

from illuminate.config.settings import *  # noqa: F403 - a settings module

ROOT_URLCONF = "benchmarks.urls"
