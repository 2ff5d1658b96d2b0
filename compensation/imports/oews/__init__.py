"""Occupational Employment and Wage Statistics, in every form that the bureau and its readers pass on."""
