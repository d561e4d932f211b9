"""Questions with few answers, of the asked_*.toml lists, and what a text answers to each."""
