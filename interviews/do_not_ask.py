"""What no interviewer may ask, and the lawful question that serves the same purpose.

Sources: the US Equal Employment Opportunity Commission's advice on questions to avoid, and pay-history laws of US
states and cities, British Columbia and the EU's pay transparency directive (2023/970, article 5).
"""

import msgspec

SOURCE_TITLE = "What shouldn't I ask when hiring? (US Equal Employment Opportunity Commission)"
SOURCE_URL = "https://www.eeoc.gov/employers/small-business/what-shouldnt-i-ask-when-hiring"


class Topic(msgspec.Struct, frozen=True):
    """A topic, a question on it that must not be asked, what to ask instead, and why."""

    name: str
    never: str
    instead: str
    why: str


TOPICS = (
    Topic(
        "Citizenship and origin",
        "Where are you from? Are you a citizen?",
        "Are you authorized to work in this country?",
        "The law looks at the right to work, not at origin, ethnicity or mother tongue.",
    ),
    Topic(
        "Family and pregnancy",
        "Do you have children, or plan to? Are you married?",
        "These are the working hours and the travel. Can you meet them?",
        "Asked of some and not of others, it weighs on women most. The schedule is what the job needs.",
    ),
    Topic(
        "Age",
        "How old are you? When did you graduate?",
        "Do you hold the degree or certificate that the job requires?",
        "A year of birth or graduation tells age. Ask it only where the law sets an age for the work.",
    ),
    Topic(
        "Arrests",
        "Have you ever been arrested?",
        "Ask nothing in the interview. Leave any lawful background check to HR, after an offer.",
        "An arrest proves nothing, and many places bar the question until late.",
    ),
    Topic(
        "Health and disability",
        "Do you have a disability or an illness? How many sick days did you take?",
        "Can you perform these tasks, with or without accommodation?",
        "Before an offer the employer may ask about tasks, not about conditions.",
    ),
    Topic(
        "Religion",
        "Which church do you attend? Which holidays do you keep?",
        "This job works these days and hours. Can you do that?",
        "Belief is no measure of work. Adjust a schedule after hiring, when someone asks.",
    ),
    Topic(
        "Sex, gender and orientation",
        "Would you mind being the only woman on the team?",
        "Ask nothing. Describe the team to every candidate in the same words.",
        "The answer says nothing about how the person works.",
    ),
    Topic(
        "Pay history",
        "What do you earn now? What did you earn before?",
        "What pay do you expect for this role?",
        "Barred in the EU from June 2026, in British Columbia and in many US states and cities.",
    ),
    Topic(
        "Unions, politics and private life",
        "Do you belong to a union? How do you vote?",
        "Ask nothing. Keep to examples from work, study or volunteering that the candidate picks.",
        "Many places protect membership and opinion, and neither predicts how the work goes.",
    ),
)  # fmt: skip
