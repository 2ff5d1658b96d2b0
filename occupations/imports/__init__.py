"""Releases of O*NET and of the employment projections, read and checked. Nothing here touches the database."""
