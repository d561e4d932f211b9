"""Settings from the environment, addresses, and the door for a web server; nothing clever."""
