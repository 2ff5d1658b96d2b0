"""Pages of the desk that are composed of several apps: a new role, and signing in again without losing a form."""
