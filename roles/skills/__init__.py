"""The vocabulary of skills: what ships, what editors made of it, and the pages on it."""
