"""How many requests a second the role page takes, as a ratio to a bare Django page."""
