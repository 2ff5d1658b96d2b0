"""What no interviewer may ask, and the lawful question that serves the same purpose.

Sources: the US Equal Employment Opportunity Commission's advice on questions to avoid, and pay-history laws of US
states and cities, British Columbia and the EU's pay transparency directive (2023/970, article 5).
"""

import msgspec
from django.utils.translation import gettext as _

SOURCE_TITLE = "What shouldn't I ask when hiring? (US Equal Employment Opportunity Commission)"
SOURCE_URL = "https://www.eeoc.gov/employers/small-business/what-shouldnt-i-ask-when-hiring"


class Topic(msgspec.Struct, frozen=True):
    """A topic to avoid: a question that must not be asked, what to ask instead, and why."""

    name: str
    never: str
    instead: str
    why: str


def list_topics() -> tuple[Topic, ...]:
    """The topics to avoid in interviews, with what to ask instead, in the current language."""
    return (
        Topic(
            _("Citizenship and origin"),
            _("Where are you from? Are you a citizen?"),
            _("Are you authorized to work in this country?"),
            _("The law is about the right to work, not origin, ethnicity or native language."),
        ),
        Topic(
            _("Family and pregnancy"),
            _("Do you have children, or plan to? Are you married?"),
            _("These are the working hours and travel requirements. Can you meet them?"),
            _("Asking only some candidates tends to hurt women. What matters for the job is the schedule."),
        ),
        Topic(
            _("Age"),
            _("How old are you? When did you graduate?"),
            _("Do you hold the degree or certificate that the job requires?"),
            _("A birth or graduation year gives away an age. Ask only where the law sets an age for the work."),
        ),
        Topic(
            _("Arrests"),
            _("Have you ever been arrested?"),
            _("Nothing in the interview. Leave any lawful background check to HR, after an offer."),
            _("An arrest proves nothing, and many places bar the question until late in the hiring process."),
        ),
        Topic(
            _("Health and disability"),
            _("Do you have a disability or an illness? How many sick days did you take?"),
            _("Can you perform these tasks, with or without accommodation?"),
            _("Before an offer, the employer may ask about tasks, but not about medical conditions."),
        ),
        Topic(
            _("Religion"),
            _("Which church do you attend? Which holidays do you observe?"),
            _("These are the days and hours of the job. Can you work them?"),
            _(
                "Religious belief says nothing about how someone works. Adjust the schedule after hiring if someone "
                "asks."
            ),
        ),
        Topic(
            _("Sex, gender and orientation"),
            _("Would you mind being the only woman on the team?"),
            _("Nothing. Describe the team to every candidate in the same words."),
            _("The answer says nothing about how the person works."),
        ),
        Topic(
            _("Pay history"),
            _("What do you earn now? What did you earn before?"),
            _("What pay do you expect for this role?"),
            _(
                "Banned in British Columbia and in many US states and cities. An EU directive gave member states "
                "until June 2026 to ban it."
            ),
        ),
        Topic(
            _("Unions, politics and private life"),
            _("Do you belong to a union? How do you vote?"),
            _("Nothing. Stick to examples from work, study or volunteering that the candidate picks."),
            _("Many places protect union membership and political opinions, and neither predicts job performance."),
        ),
    )  # fmt: skip
