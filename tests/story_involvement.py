from illuminate.cli.demo.story.involvement import *  # noqa: F403
