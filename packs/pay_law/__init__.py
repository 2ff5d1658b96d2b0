"""What pay-transparency law asks of a posting, and whether its words answer. A help for writing, not legal advice."""
