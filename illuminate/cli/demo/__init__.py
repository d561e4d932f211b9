"""`illuminate demo`: a fictional case and its neighbours, one review in every stage, loaded through real actions."""

from illuminate.cli.demo.command import demo, is_loaded, load

__all__ = ["demo", "is_loaded", "load"]
