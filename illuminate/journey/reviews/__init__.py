"""The review itself: its reference, where it stands, its team and its clock."""
