"""What no interviewer may ask, and the lawful question that serves the same purpose.

Sources: the US Equal Employment Opportunity Commission's advice on questions to avoid, and pay-history laws of US
states and cities, British Columbia and the EU's pay transparency directive (2023/970, article 5).
"""

import re

import msgspec

SOURCE_TITLE = "What shouldn't I ask when hiring? (US Equal Employment Opportunity Commission)"
SOURCE_URL = "https://www.eeoc.gov/employers/small-business/what-shouldnt-i-ask-when-hiring"


class Topic(msgspec.Struct, frozen=True):
    """A topic, a question on it that must not be asked, what to ask instead, why, and words that give it away."""

    name: str
    never: str
    instead: str
    why: str
    words: str


TOPICS = (
    Topic(
        "Citizenship and origin",
        "Where are you from? Are you a citizen?",
        "Are you authorized to work in this country?",
        "The law looks at the right to work, not at origin, ethnicity or mother tongue.",
        r"citizen(ship)?|nationality|where are you (originally )?from|native language|mother tongue"
        r"|your accent|ethnicity",
    ),
    Topic(
        "Family and pregnancy",
        "Do you have children, or plan to? Are you married?",
        "These are the working hours and the travel. Can you meet them?",
        "Asked of some and not of others, it weighs on women most. The schedule is what the job needs.",
        r"pregnan\w*|your (children|kids|husband|wife|spouse)|do you have (children|kids)|married|marital"
        r"|child ?care|start a family",
    ),
    Topic(
        "Age",
        "How old are you? When did you graduate?",
        "Do you hold the degree or certificate that the job requires?",
        "A year of birth or graduation tells age. Ask it only where the law sets an age for the work.",
        r"how old are you|your age|date of birth|year (did )?you graduate\w*|when did you graduate|retire(ment)? plans",
    ),
    Topic(
        "Arrests",
        "Have you ever been arrested?",
        "Ask nothing in the interview. Leave any lawful background check to HR, after an offer.",
        "An arrest proves nothing, and many places bar the question until late.",
        r"(you|your) .{0,20}arrest(s|ed)?\b|criminal record",
    ),
    Topic(
        "Health and disability",
        "Do you have a disability or an illness? How many sick days did you take?",
        "Can you perform these tasks, with or without accommodation?",
        "Before an offer the employer may ask about tasks, not about conditions.",
        r"(your (own )?|you have an? )(health|disabilit\w*|illness)|disabled|sick days"
        r"|medical (history|condition)|medication",
    ),
    Topic(
        "Religion",
        "Which church do you attend? Which holidays do you keep?",
        "This job works these days and hours. Can you do that?",
        "Belief is no measure of work. Adjust a schedule after hiring, when someone asks.",
        r"religio\w*|church|mosque|synagogue|your faith|holidays do you",
    ),
    Topic(
        "Sex, gender and orientation",
        "Would you mind being the only woman on the team?",
        "Ask nothing. Describe the team to every candidate in the same words.",
        "The answer says nothing about how the person works.",
        r"your gender|sexual orientation|are you gay|as a (woman|man)\b|only (woman|man) on",
    ),
    Topic(
        "Pay history",
        "What do you earn now? What did you earn before?",
        "What pay do you expect for this role?",
        "Barred in the EU from June 2026, in British Columbia and in many US states and cities.",
        r"(current|previous|last|past|present) (salary|pay|compensation)|salary history|pay history"
        r"|do you earn|did you earn",
    ),
    Topic(
        "Unions, politics and private life",
        "Do you belong to a union? How do you vote?",
        "Ask nothing. Keep to examples from work, study or volunteering that the candidate picks.",
        "Many places protect membership and opinion, and neither predicts how the work goes.",
        r"union member\w*|belong to a union|your politic\w*|do you vote|did you vote|your credit (score|history)",
    ),
)  # fmt: skip


def topics_in(text: str) -> list[str]:
    """The names of the topics that a question to a candidate touches, by the words that give them away."""
    return [topic.name for topic in TOPICS if re.search(rf"\b(?:{topic.words})\b", text, re.IGNORECASE)]
