"""What the page of components shows: which page holds each specimen, and where in it."""

from collections.abc import Mapping

import msgspec

SLUG = "technical-product-manager"
ROLE_PAGE = f"/roles/{SLUG}/"
JOB_DESCRIPTION_PAGE = f"{ROLE_PAGE}job-description/"
INTERVIEWS = f"{ROLE_PAGE}interview-kit/"
OWN_TEXT = "Rockstar wanted\n\nAbout us\n\nYou must be a digital native and 10+ years of Java.\n\n- Own the roadmap"

NO_INTERVIEWS = {f"{rows}-{count}_FORMS": "0" for rows in ("stage", "question") for count in ("TOTAL", "INITIAL")}


class PageOf(msgspec.Struct, frozen=True):
    """An address of the site, with the values to post where it is posted to. {edit}, {read}, {suggest} and {list} stand
    for the tokens of a saved pack and of a list with that pack.
    """

    path: str
    post: Mapping[str, str] | None = None


class Specimen(msgspec.Struct, frozen=True):
    """An element of a page, by the start of an XPath; with `opened`, folded parts in it are unfolded."""

    state: str
    page: str
    xpath: str
    opened: bool = False


def select_by_class(name: str, tag: str = "*") -> str:
    """An XPath step that selects elements with a CSS class, of any tag unless `tag` names one."""
    return f"{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"


def _specimen_of_class(state: str, page: str, name: str, *, tag: str = "*", opened: bool = False) -> Specimen:
    return Specimen(state, page, select_by_class(name, tag), opened)


def _specimen_with_id(state: str, page: str, name: str, *, opened: bool = False) -> Specimen:
    return Specimen(state, page, f"*[@id='{name}']", opened)


PAGES = {
    "home": PageOf("/"),
    "roles": PageOf("/roles/"),
    "role": PageOf(ROLE_PAGE),
    "salary": PageOf(f"{ROLE_PAGE}salary/"),
    "pay across roles": PageOf("/salaries/"),
    "pay planned": PageOf(f"{ROLE_PAGE}salary/?start=editorial:Senior+Technical+PM"),
    "checking": PageOf("/how-we-check/"),
    "pay law": PageOf("/pay-law/"),
    "pay-law rule": PageOf("/pay-law/us-co/"),
    "questions": PageOf("/interview-questions/"),
    "gathered": PageOf(f"/interview-questions/kit/?q={SLUG}.design-an-api"),
    "role questions": PageOf(f"{ROLE_PAGE}interview-questions/"),
    "faq": PageOf("/faq/"),
    "role faq": PageOf(f"{ROLE_PAGE}faq/"),
    "answer": PageOf(f"{ROLE_PAGE}faq/do-technical-pms-code/"),
    "comparison": PageOf("/compare/technical-product-manager/technical-program-manager/"),
    "ladder": PageOf("/levels/"),
    "skills": PageOf("/skills/"),
    "skill": PageOf("/skills/sql/"),
    "occupations": PageOf("/occupations/"),
    "occupation": PageOf("/occupations/29-1141/registered-nurses/"),
    "search": PageOf("/search/"),
    "found": PageOf("/search/?q=technical"),
    "found at a level": PageOf("/search/?q=senior+technical+product+manager"),
    "found skill": PageOf("/search/?q=sql"),
    "corrected": PageOf("/search/?q=techincal"),
    "nothing found": PageOf("/search/?q=zzzzqqq"),
    "missing": PageOf("/there-is-no-such-page/"),
    "preview": PageOf("{preview}"),
    "description": PageOf(JOB_DESCRIPTION_PAGE),
    "description, coding": PageOf(JOB_DESCRIPTION_PAGE, {"do": "skill", "skill-6": "high"}),
    "description, of a level": PageOf(JOB_DESCRIPTION_PAGE, {"level": "Senior"}),
    "description, wrong": PageOf(
        JOB_DESCRIPTION_PAGE, {"edition": "1", "pay_low": "many", "experience_min": "x", "title": "Ninja"}
    ),
    "interviews": PageOf(INTERVIEWS),
    "interviews, none": PageOf(INTERVIEWS, NO_INTERVIEWS),
    "own": PageOf("/review/"),
    "own, wrong": PageOf("/review/", {"text": ""}),
    "own, read": PageOf("/review/", {"text": OWN_TEXT, "role": "technical-product-manager"}),
    "packs": PageOf("/packs/"),
    "pack": PageOf("/packs/{edit}/"),
    "pack versions": PageOf("/packs/{edit}/versions/"),
    "pack version": PageOf("/packs/{edit}/versions/1/"),
    "pack links": PageOf("/packs/{edit}/links/"),
    "pack deletion": PageOf("/packs/{edit}/delete/"),
    "companies": PageOf("/company/"),
    "company": PageOf("/company/{company}/"),
    "pack opening": PageOf("/packs/{edit}/opening/"),
    "pack suggestions": PageOf("/packs/{edit}/suggestions/"),
    "suggest": PageOf("/shared/{suggest}/suggest/?on=title"),
    "openings": PageOf("/packs/{list}/openings/"),
    "openings of a table": PageOf("/packs/{list}/openings/table/", {"rows": "Title,Place,Pay\nCook,Denver,22 an hour"}),
    "table of openings": PageOf("/packs/{list}/openings/table/"),
    "shared": PageOf("/shared/{read}/"),
}

# By the names of the style sheets in static/css/components.
COMPONENTS: dict[str, list[Specimen]] = {
    "masthead": [
        _specimen_of_class("At the top of every page", "home", "masthead"),
        _specimen_of_class("Reached with Tab", "home", "skip-link"),
    ],
    "footer": [_specimen_of_class("At the end of every page", "home", "footer")],
    "breadcrumbs": [
        _specimen_of_class("Two steps", "role", "breadcrumbs"),
        _specimen_of_class("Three steps", "description", "breadcrumbs"),
        _specimen_of_class("The page in another language", "home", "page-top"),
    ],
    "button": [
        _specimen_of_class("Large, the first one primary", "role", "actions"),
        _specimen_of_class("With a status", "role", "sheet-lead"),
        _specimen_of_class("In a bar", "description", "editor-bar", opened=True),
    ],
    "blank": [_specimen_of_class("In a line", "role", "blank")],
    "home": [
        _specimen_of_class("A small version of a kit", "home", "hero"),
        _specimen_of_class("The roles of a family", "home", "directory"),
        _specimen_of_class("The way to every other job", "home", "directory-more"),
        _specimen_of_class("The same on a role's pages", "answer", "band"),
    ],
    "role-head": [
        _specimen_of_class("A role", "role", "role-head"),
        _specimen_of_class("Any other page", "roles", "page-head"),
        _specimen_of_class("The first paragraph", "role", "overview"),
    ],
    "role-index": [
        _specimen_of_class("Filters", "roles", "filters"),
        _specimen_of_class("Roles to compare", "roles", "compare-ticked"),
        _specimen_of_class("A family", "roles", "family"),
    ],
    "figures": [
        _specimen_of_class("A role's headline figures", "role", "figures"),
        _specimen_of_class("Their source", "role", "figures-note"),
    ],
    "company": [
        _specimen_of_class("What all job descriptions share", "company", "company-page"),
        _specimen_of_class("Ways to start a new one", "companies", "company-tools"),
        _specimen_of_class("Benefits to tick", "company", "benefit-list"),
        _specimen_of_class("The step of a job description", "description", "company-step"),
    ],
    "contents": [
        _specimen_of_class("On wide screens", "role", "contents-wide"),
        _specimen_of_class("On narrow screens", "role", "contents-narrow", opened=True),
    ],
    "sheet": [_specimen_of_class("A template", "role", "sheet")],
    "definitions": [
        _specimen_of_class("Responsibilities", "role", "definitions"),
        _specimen_of_class("Levels", "role", "levels"),
        _specimen_of_class("Related roles", "role", "related"),
        _specimen_of_class("Two roles that people confuse", "role", "comparison"),
        _specimen_of_class("An author", "role", "author"),
    ],
    "table": [
        _specimen_of_class("Skills and importance", "role", "skills", tag="table"),
        _specimen_of_class("A note below it", "role", "note"),
        _specimen_of_class("Rows that stack on a phone", "pay law", "table-stacked", tag="table"),
    ],
    "range-bar": [
        _specimen_of_class("Editorial ranges", "role", "range-chart"),
        _specimen_of_class("Percentiles", "salary", "percentile-chart"),
    ],
    "pay": [
        _specimen_of_class("The answer first", "salary", "pay-answer"),
        _specimen_with_id("Percentiles in a table", "salary", "computed", opened=True),
        _specimen_with_id("The planner of a pay range", "pay planned", "planner"),
        _specimen_of_class("The place that pay is shown for", "salary", "pay-place"),
        _specimen_of_class("Figures in lines", "pay across roles", "pay-lines"),
    ],
    "occupation": [
        _specimen_of_class("A family in columns", "occupations", "name-columns"),
        _specimen_of_class("Ratings", "occupation", "ratings"),
        _specimen_of_class("Shares of people", "occupation", "share-chart"),
        _specimen_of_class("Pay by place", "occupation", "place-chart"),
    ],
    "provenance": [
        _specimen_of_class("A source", "role", "provenance"),
        _specimen_with_id("With the figures that it stands for", "role", "salary"),
    ],
    "skill": [
        _specimen_of_class("What each level means", "skills", "skill-levels"),
        _specimen_of_class("Who wants a skill", "skill", "ladder"),
        _specimen_of_class("From one role to another", "comparison", "skill-step"),
    ],
    "question": [
        _specimen_of_class("A competency", "role", "competency"),
        _specimen_of_class("A question, unfolded", "role", "question", opened=True),
        _specimen_of_class("For candidates", "role questions", "question", opened=True),
        _specimen_of_class("In the bank of all roles", "questions", "question-rows"),
        _specimen_of_class("Gathered for a kit", "gathered", "my-kit"),
        _specimen_with_id("Answers on a role's page", "role", "faq"),
    ],
    "timeline": [
        _specimen_of_class("A typical day", "role", "timeline"),
        _specimen_of_class("The first 90 days", "role", "days"),
        _specimen_of_class("Steps into the role", "role", "steps"),
    ],
    "change-log": [_specimen_of_class("Editions", "role", "change-log")],
    "answers": [
        _specimen_of_class("By role", "faq", "link-rows"),
        _specimen_of_class("By topic", "role faq", "link-rows"),
        _specimen_of_class("The most common questions", "role faq", "asked-first"),
        _specimen_of_class("At the foot of a page", "role faq", "page-foot"),
        _specimen_of_class("One answer", "answer", "answer-head"),
        _specimen_of_class("Its date", "answer", "answer-date"),
        _specimen_of_class("What to read next", "answer", "next-answers"),
        _specimen_of_class("Was it helpful?", "answer", "helped"),
    ],
    "comparison": [
        _specimen_of_class("Which one to choose", "comparison", "pair"),
        _specimen_of_class("Two roles", "comparison", "side-by-side"),
        _specimen_of_class("A plain list", "comparison", "plain-list"),
        _specimen_of_class("A rung of the ladder", "ladder", "rung"),
    ],
    "search": [
        _specimen_of_class("Empty", "search", "search-large"),
        _specimen_of_class("Kinds", "found", "search-kinds"),
        _specimen_of_class("Results", "found", "hits"),
        _specimen_of_class("Where to go from a role", "found at a level", "hit-links"),
        _specimen_of_class("Skills with the same name", "found skill", "search-skills"),
        _specimen_of_class("A spelling corrected", "corrected", "note"),
        _specimen_of_class("Nothing found", "nothing found", "empty"),
    ],
    "pagination": [_specimen_of_class("More pages", "questions", "pagination")],
    "notice": [
        _specimen_of_class("An error page", "missing", "message-page"),
        _specimen_of_class("Nothing here", "packs", "empty"),
        _specimen_of_class("A preview", "preview", "preview-note"),
    ],
    "form": [
        _specimen_of_class("Summary of a fault", "own, wrong", "error-summary"),
        _specimen_of_class("Summary of faults", "description, wrong", "error-summary"),
        _specimen_of_class("A field with a fault", "description, wrong", "field-invalid"),
        _specimen_of_class("Text, file and choice", "own", "measure", tag="form"),
        _specimen_of_class("Several choices", "interviews", "editor-part"),
    ],
    "editor": [
        _specimen_with_id("All of it", "pack", "job-description-form", opened=True),
        _specimen_of_class("What people at a level do", "description, of a level", "offered"),
        _specimen_with_id("Skills, with a warning", "description, coding", "skill-fields"),
    ],
    "paper": [
        _specimen_with_id("What is written and read", "description", "paper"),
        _specimen_of_class("A section with its tools", "pack", "block", opened=True),
    ],
    "steps": [_specimen_of_class("The facts beside the paper", "description", "fact-steps")],
    "interview-kit": [
        _specimen_with_id("All of it", "interviews", "interview-kit-form", opened=True),
        _specimen_of_class("What to fix", "interviews, none", "plan-problems"),
    ],
    "check": [_specimen_with_id("All checks", "checking", "main")],
    "law": [
        _specimen_of_class("What pay law asks", "pack", "law", opened=True),
        _specimen_of_class("A rule", "pay-law rule", "rule-facts"),
    ],
    "own": [_specimen_with_id("Read, reviewed and compared", "own, read", "main", opened=True)],
    "pack": [
        _specimen_of_class("Tools of a pack", "pack", "pack-tools"),
        _specimen_of_class("Its links, once it is saved", "pack", "pack-addresses", opened=True),
        _specimen_with_id("Remembered packs", "packs", "remembered"),
        _specimen_of_class("Versions", "pack versions", "pack-versions"),
        _specimen_of_class("A version's changes", "pack version", "pack-body"),
        _specimen_of_class("Links", "pack links", "pack-body"),
        _specimen_of_class("Deletion", "pack deletion", "pack-body"),
        _specimen_of_class("Read-only page", "shared", "shared"),
    ],
    "openings": [
        _specimen_of_class("A list", "openings", "pack-body"),
        _specimen_of_class("What a table would make", "openings of a table", "pack-body"),
        _specimen_of_class("A table to upload", "table of openings", "pack-body"),
        _specimen_of_class("Remembered, and a list to start", "packs", "start-list"),
        _specimen_of_class("State, approval and copy", "pack opening", "pack-body"),
        _specimen_of_class("What colleagues suggest", "pack suggestions", "pack-body"),
        _specimen_of_class("The page to suggest on", "suggest", "shared"),
    ],
}
