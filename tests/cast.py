"""The standing people of the tests: the demo's own cast, acting through real actions."""

from illuminate.cli.demo.cast import PASSWORD, Cast, do, reloaded

__all__ = ["PASSWORD", "Cast", "do", "reloaded"]
