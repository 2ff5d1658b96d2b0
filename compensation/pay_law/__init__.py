"""Pay-transparency rules: what a job posting must say, by place and date. Facts for a check, never legal advice."""
