"""Postings with labels, and how well reading, review and pay law do on them."""
