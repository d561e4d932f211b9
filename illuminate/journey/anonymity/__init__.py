"""A file against the register, and two people who cannot see each other's verdict."""
