"""The categories of O*NET's questions on education, experience and training, in words of our own.

Keys are the category numbers of the files, values say what a share is a share of.
"""

EDUCATION_LEVELS = {
    1: "Less than high school",
    2: "High school diploma or equivalent",
    3: "Postsecondary certificate",
    4: "Some college",
    5: "Associate’s degree",
    6: "Bachelor’s degree",
    7: "Certificate after a bachelor’s degree",
    8: "Master’s degree",
    9: "Certificate after a master’s degree",
    10: "Professional degree",
    11: "Doctoral degree",
    12: "Postdoctoral training",
}
EXPERIENCE_SPANS = {
    1: "None",
    2: "Up to 1 month",
    3: "1 to 3 months",
    4: "3 to 6 months",
    5: "6 months to 1 year",
    6: "1 to 2 years",
    7: "2 to 4 years",
    8: "4 to 6 years",
    9: "6 to 8 years",
    10: "8 to 10 years",
    11: "More than 10 years",
}
SITE_TRAINING_SPANS = {
    1: "None",
    2: "Up to 1 month",
    3: "1 to 3 months",
    4: "3 to 6 months",
    5: "6 months to 1 year",
    6: "1 to 2 years",
    7: "2 to 4 years",
    8: "4 to 10 years",
    9: "More than 10 years",
}
JOB_TRAINING_SPANS = {**SITE_TRAINING_SPANS, 1: "None or a short demonstration"}
