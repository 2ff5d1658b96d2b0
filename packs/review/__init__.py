"""Private checks on a posting's text: pure functions, no database, nothing logged.

    reviewing.review_posting(posting: Posting) -> list[Finding]

Make a `Posting` from the text as it will be read (blanks filled where they are); what the role's kit adds comes from
`packs.review.from_kit`. A finding's `place` gives section, line, start and end in that same text, for marking.
"""
