"""How dates are written where the site differs from Django."""
