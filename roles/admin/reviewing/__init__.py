"""Writers and reviewers: remarks on a role, reviews that are asked for and answered, and the e-mail about them."""
