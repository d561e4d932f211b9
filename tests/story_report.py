from illuminate.cli.demo.story.report import *  # noqa: F403
