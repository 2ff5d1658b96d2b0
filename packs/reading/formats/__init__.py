"""Readers of one format each: files or texts as blocks, or as plain text, within bounds."""
