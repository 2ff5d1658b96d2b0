"""What a posting says, as one value: made from the workbench's fields or read from a text that somebody brought.

    packs.posting.value.Posting      its sections of lines, and the facts of the job
    packs.posting.facts.TextPlace    where words stand in it

The document, the review, pay law, the data for job sites and what is copied are all made from it.
"""
