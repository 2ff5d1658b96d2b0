"""What a posting says of its job, as fields."""
