"""Illuminate runs a Domestic Homicide Review from the police's call to learning that has changed something."""

__version__ = "0.1.0"
