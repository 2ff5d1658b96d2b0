"""How much one job description may hold, the same wherever it comes from: pasted, uploaded or typed.

Each is a bound on work as much as on text: what a page, a review or a file costs grows with these and nothing else.
"""

LONGEST_TEXT = 100_000  # characters in all; a long job description has about 10,000
LONGEST_VALUE = 500  # characters of what fills one blank
MOST_LINES = 500  # with its headings; a long one has about 60
MOST_BLANKS = 200  # different ones, each a field of the form; our templates have about 10
MOST_RANGES = 8  # of pay, beside the first
MOST_MARKS = 1_000  # places of blanks, each marked in every format

# A form sends five fields for each line. The others are those that stand alone, ten places of six fields, eight ranges
# of pay of six, two fields for each skill, a field for each blank and the counts of rows: under 380 and the blanks.
FIELDS_A_LINE = 5
MOST_FIELDS = FIELDS_A_LINE * MOST_LINES + MOST_BLANKS + 380
