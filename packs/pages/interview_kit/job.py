"""What interviews are for: the job, its edition, and the plan to begin with."""

from typing import TYPE_CHECKING

import msgspec

from interviews.plan import InterviewPlan, default_plan
from packs.description.company import fill_from_company
from packs.description.posting import choose_paper
from packs.description.starting import start_description
from packs.description.value import COMPANY_NAME, JobDescription
from packs.description.wording import blank_name, blanks_to_ask
from packs.interviews.documents import company_of
from roles.kit.blanks import Blank
from roles.kit.value import Kit
from roles.models.edition import Edition

if TYPE_CHECKING:
    from company.profile import ProfileInUse


class Job(msgspec.Struct, frozen=True):
    """A job description, its edition, and the plan to start with. `also` are blanks to ask for besides those of the
    questions, and `company` is the profile that it uses.
    """

    edition: Edition
    description: JobDescription
    plan: InterviewPlan
    also: tuple[Blank, ...] = ()
    company: "ProfileInUse | None" = None

    @property
    def kit(self) -> Kit:
        """The edition's kit, titled as the job is where the job has a title."""
        return msgspec.structs.replace(self.edition.kit, title=self.description.title or self.edition.kit.title)


def job_of_role(edition: Edition, company: "ProfileInUse | None" = None) -> Job:
    """The job in a role's template, filled with the company's profile, and a new plan for it."""
    description = fill_from_company(start_description(edition.kit, edition.number), company, edition.kit)
    also = (Blank(blank_name(COMPANY_NAME)), *blanks_to_ask(description))
    plan = fill_plan(default_plan(edition.kit), description)
    return Job(edition, description, msgspec.structs.replace(plan, paper=description.paper), also, company)


def fill_plan(plan: InterviewPlan, description: JobDescription) -> InterviewPlan:
    """The plan with the job description's values in blanks that the plan leaves open."""
    known = {**description.values, blank_name(COMPANY_NAME): description.company}
    filled = {name: text for name, text in {**known, **plan.values}.items() if text}
    return msgspec.structs.replace(plan, values=filled)


def prepare_documents(plan: InterviewPlan, description: JobDescription) -> InterviewPlan:
    """The plan for its documents: with its blanks filled, and the paper that it names or that the job's place uses."""
    return msgspec.structs.replace(fill_plan(plan, description), paper=plan.paper or choose_paper(description))


def fill_description(description: JobDescription, plan: InterviewPlan) -> JobDescription:
    """The job description with the plan's values in blanks that it leaves open."""
    return msgspec.structs.replace(
        description,
        values={**plan.values, **{name: text for name, text in description.values.items() if text}},
        company=description.company or company_of(plan),
    )
