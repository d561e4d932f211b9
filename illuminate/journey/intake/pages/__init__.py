"""What the pages of intake show, put together from rows and answers."""
