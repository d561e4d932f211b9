"""The day and the time of one event, by the columns and in words."""
