"""The public site: released copies only, through its own login."""
