"""A PostgreSQL server that comes with the site. As ENGINE, it starts at the first connection."""
