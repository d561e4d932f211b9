"""The thinking of the system: pure Python, with no Django, no database and no network."""
