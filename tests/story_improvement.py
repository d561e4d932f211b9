from illuminate.cli.demo.story.improvement import *  # noqa: F403
