"""The whole library at once, on the desk: search in every working copy, find and replace, and names everywhere."""
