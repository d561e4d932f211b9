from illuminate.cli.demo.story.anonymity import *  # noqa: F403
