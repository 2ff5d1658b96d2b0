"""What stands beside the fields of the desk, for whoever writes a kit: each text ends with an example.

The texts stand here and not in the models because editors alone read them, and so that a better wording needs no
migration.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest

from roles.admin.lists import choose_form_class

type Texts = Mapping[str, str]

PLACE = "Its place in the list, counted from 0. The arrows set it for you. For example: 2."


class Helped:
    """Mixin of admin classes that gives fields their help texts by name, and drops bullets from pasted lines."""

    help_texts: Texts = {}

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest | None, **kwargs: Any
    ) -> forms.Field | None:
        """The form field of a column, with its text from `help_texts` where there is one."""
        field: forms.Field | None = super().formfield_for_dbfield(  # type: ignore[misc]
            db_field, request, **{**choose_form_class(db_field), **kwargs}
        )
        if field and db_field.name in self.help_texts:
            field.help_text = self.help_texts[db_field.name]
        return field


ROLE_TEXTS: Texts = {
    "title": "The full name of the job. For example: Technical Product Manager.",
    "short_title": "The same, short enough for a button. For example: Technical PM.",
    "slug": "The end of the page’s address; when it changes, the old address leads to the new one. "
    "For example: technical-product-manager.",
    "aliases": "Other names that people search for, one per line. For example: TPM.",
    "family": "The group that it is listed under. For example: Product management.",
    "summary": "One sentence for lists and search engines, up to about 160 characters. "
    "For example: Decides what to build when the technology itself is the product.",
    "overview": "Two or three paragraphs in Markdown, with a blank line between them. For example: what the role "
    "decides, how it differs from its neighbors, who it suits.",
    "base_low": "The lower end of base pay in whole units a year; leave it empty if there is no source. For example: "
    "150000.",
    "base_high": "The upper end of base pay in whole units a year. For example: 240000.",
    "base_kind": "Base salary, or Salary range where the source says no more. For example: Salary range.",
    "total_low": "The lower end of base, bonus and equity together. For example: 160000.",
    "total_high": "The upper end of base, bonus and equity together. For example: 280000.",
    "currency": "Three capital letters (ISO 4217). For example: USD.",
    "experience_min": "The fewest years of experience that most jobs ask for. For example: 4.",
    "experience_max": "Maximum years; leave it empty for an open end, for example “5+ years.”",
    "demand": "How sought after the role is, if a source says. For example: High.",
    "figures_year": "The year that the figures above are for. For example: 2026.",
    "figures_area": "The place that they are for. For example: United States, major tech hubs.",
    "figures_source": "Where the figures come from. Add a source first if it is missing. For example: Best PM Jobs.",
    "responsibilities_intro": "A sentence before the list. For example: They go deeper than a general PM’s.",
    "skills_note": "Advice under the table of skills. For example: Don’t require production coding unless you need it.",
    "occupations_reason": "Why the role is counted in these occupations, and how the weights were set. "
    "For example: No single code covers the role; the weights come from visa filings.",
    "benchmarks_note": "Advice under the pay table. For example: Technical PMs earn 10-15% more than general PMs.",
    "competencies_intro": "A sentence before the interview questions. For example: Two cover technical cases.",
    "career_path": "Where people come from and go to, in Markdown. For example: from engineer, on to head of platform.",
    "how_to_become": "Steps toward the role, one per line. For example: Write the API docs for a feature you shipped.",
    "related": "Roles that a reader may look at next. For example: Platform Product Manager.",
    "author": "Who the page credits. Add an author first if they are missing. For example: Aditi Chaturvedi.",
    "credit": "What the author is credited for, and what is the site’s own. For example: The figures and topics come "
    "from her page; the sentences are ours.",
}
TEMPLATE_LINE: Texts = {
    "section": "Where the line goes in the job description. For example: What you bring.",
    "text": "One line. Put the parts that each company fills in between brackets. For example: Own the roadmap for "
    "[product area].",
    "skills": "The role’s skills that it asks for. For example: System Design.",
}
RESPONSIBILITY: Texts = {
    "name": "What the person is responsible for, in a few words. For example: Own technical product strategy.",
    "text": "What that means, in one or two sentences. For example: Set the vision and the roadmap of the platform.",
}
SKILL: Texts = {
    "name": "The skill, as job descriptions name it. For example: SQL & Data Analysis.",
    "importance": "How much it matters; choose Optional for a skill that few jobs need. For example: High.",
    "covers": "What the skill is made of, separated by commas. For example: querying databases, dashboards.",
    "shared": "The same skill in the vocabulary, so that roles can be compared. For example: SQL and data querying.",
    "proficiency": "The level of that shared skill that the role needs. For example: Practitioner.",
}
VOCABULARY: Texts = {
    "name": "A name that suits every role. For example: SQL and data querying.",
    "slug": "The end of its page’s address. Kits name it by this. For example: sql.",
    "group": "The heading that it is listed under. For example: Data and analysis.",
    "definition": "What a person with the skill does, in one sentence. For example: Gets numbers out of data.",
    "awareness": "What a person with only a basic grasp can do. For example: Reads a simple query and changes a date.",
    "working": "What a person can do on ordinary tasks. For example: Writes queries with joins and checks the totals.",
    "practitioner": "What a person can do without help. For example: Finds out why two numbers differ.",
    "expert": "What a person can do that few others can. For example: Sets how the organization queries its data.",
    "elements": "The O*NET elements that it matches, one per line, with their names. For example: 2.B.3.e Programming.",
}
LEVEL: Texts = {
    "name": "The level’s name. Pay ranges and questions refer to it. For example: Senior.",
    "experience_min": "Minimum years of experience. For example: 5.",
    "experience_max": "Maximum years; leave it empty for an open end. For example: 8.",
    "you_can": "What someone at this level can do, one per line. For example: lead a migration across three teams.",
}
OCCUPATION: Texts = {
    "soc": "The occupation that people are counted under: type its title, and pick its code. For example: 15-1252.",
    "weight": "Its share of the role in percent; all the shares add up to 100. For example: 60.",
}
FAQ: Texts = {
    "slug": "The end of the answer’s address. For example: do-technical-pms-code.",
    "question": "As people ask it. For example: Does a Technical Product Manager need to code?",
    "answer": "In Markdown, the short answer first. For example: Usually not. Reading code helps…",
    "topic": "The heading that it is listed under. For example: Skills.",
}
DAY_ITEM: Texts = {
    "time": "When in the day. For example: 9:30.",
    "activity": "What happens then. For example: Review last night’s error rates with the on-call engineer.",
}
OUTCOME: Texts = {
    "day": "By which day: 30, 60 or 90. For example: 30.",
    "text": "What the new hire has done by then. For example: You have shipped one change to the public API.",
}
COMPARISON: Texts = {
    "other": "The role that people confuse with this one. For example: Technical Program Manager.",
    "difference": "The difference between the two. For example: One decides what to build, the other how "
    "it gets delivered.",
    "choose_this": "When a company needs this role. For example: you have no one who decides what the platform offers.",
    "choose_other": "When it needs the other one. For example: you know what to build, and five teams must build it.",
}
AUTHOR_TEXTS: Texts = {
    "slug": "The end of the author’s address. For example: aditi-chaturvedi.",
    "name": "The name to credit. For example: Aditi Chaturvedi.",
    "kind": "A person, or the organization that stands behind the page. For example: Person.",
    "headline": "Who the author is, in a few words. For example: Founder of Best PM Jobs.",
    "bio": "What readers should know about this author, facts only, in Markdown. For example: She writes for product "
    "managers and has worked in recruiting.",
    "url": "The author’s own page. For example: https://example.org/about.",
}
SOURCE: Texts = {
    "slug": "A short name for files and addresses. For example: best-pm-jobs-2026.",
    "publisher": "Who published the figures. For example: Bureau of Labor Statistics.",
    "title": "The name of the publication or table. For example: Occupational Employment and Wage Statistics.",
    "url": "Where readers can look it up. For example: https://www.bls.gov/oes/.",
    "period": "What the figures cover. For example: May 2024.",
    "method": "How the figures were made. For example: editorial estimate, or survey of 1.1 million employers.",
    "caveat": "What a reader should keep in mind. For example: Bonus and equity aren’t included.",
    "licence": "The terms under which it may be used. For example: US Government work, public domain.",
    "sample_size": "How many records; leave it empty if none is given. For example: 286.",
    "retrieved_on": "The day the figures were read. For example: 2026-11-01.",
}
