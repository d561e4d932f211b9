from illuminate.cli.demo.story.agencies import *  # noqa: F403
