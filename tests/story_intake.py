from illuminate.cli.demo.story.intake import *  # noqa: F403
