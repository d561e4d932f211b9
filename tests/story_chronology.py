from illuminate.cli.demo.story.chronology import *  # noqa: F403
