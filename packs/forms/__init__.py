"""The forms of the workbench. What is posted is whole: it needs no memory on the server."""
