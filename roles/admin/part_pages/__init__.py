"""The pages of a role's parts on the desk: the outline, one page for each, what is at fault, and the preview."""
