from illuminate.cli.demo.story.assurance import *  # noqa: F403
