from illuminate.cli.demo.story.panel import *  # noqa: F403
