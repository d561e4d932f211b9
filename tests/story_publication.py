from illuminate.cli.demo.story.publication import *  # noqa: F403
