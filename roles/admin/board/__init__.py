"""The board: what is due, what happens by itself, and what readers use."""
