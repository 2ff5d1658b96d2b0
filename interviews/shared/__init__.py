"""The shared question bank: competencies that many jobs need, each with its questions, for any kit."""
