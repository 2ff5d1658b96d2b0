"""What the page of components shows: which page holds each specimen, and where in it."""

from collections.abc import Mapping

import msgspec

SLUG = "technical-product-manager"
ROLE = f"/roles/{SLUG}/"
DESCRIPTION = f"{ROLE}job-description/"
INTERVIEWS = f"{ROLE}interview-kit/"
OWN_TEXT = "Rockstar wanted\n\nAbout us\n\nYou must be a digital native and 10+ years of Java.\n\n- Own the roadmap"

NO_INTERVIEWS = {f"{rows}-{count}_FORMS": "0" for rows in ("stage", "question") for count in ("TOTAL", "INITIAL")}


class PageOf(msgspec.Struct, frozen=True):
    """An address of the site, got or posted to. {edit} and {read} stand for the tokens of a saved pack."""

    path: str
    post: Mapping[str, str] | None = None


class Specimen(msgspec.Struct, frozen=True):
    """One element of one page, by the start of an XPath; `opened` unfolds what is folded in it."""

    state: str
    page: str
    xpath: str
    opened: bool = False


def having(name: str, tag: str = "*") -> str:
    """The XPath step to an element of a class."""
    return f"{tag}[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"


def _of(state: str, page: str, name: str, *, tag: str = "*", opened: bool = False) -> Specimen:
    return Specimen(state, page, having(name, tag), opened)


def _id(state: str, page: str, name: str, *, opened: bool = False) -> Specimen:
    return Specimen(state, page, f"*[@id='{name}']", opened)


PAGES = {
    "home": PageOf("/"),
    "roles": PageOf("/roles/"),
    "role": PageOf(ROLE),
    "salary": PageOf(f"{ROLE}salary/"),
    "pay across roles": PageOf("/salaries/"),
    "pay planned": PageOf(f"{ROLE}salary/?start=editorial:Senior+Technical+PM"),
    "checking": PageOf("/how-we-check/"),
    "questions": PageOf("/interview-questions/"),
    "role questions": PageOf(f"{ROLE}interview-questions/"),
    "faq": PageOf("/faq/"),
    "role faq": PageOf(f"{ROLE}faq/"),
    "answer": PageOf(f"{ROLE}faq/do-technical-pms-code/"),
    "comparison": PageOf("/compare/technical-product-manager/technical-program-manager/"),
    "ladder": PageOf("/levels/"),
    "search": PageOf("/search/"),
    "found": PageOf("/search/?q=technical"),
    "mended": PageOf("/search/?q=techincal"),
    "nothing found": PageOf("/search/?q=zzzzqqq"),
    "missing": PageOf("/there-is-no-such-page/"),
    "preview": PageOf("{preview}"),
    "description": PageOf(DESCRIPTION),
    "description, coding": PageOf(DESCRIPTION, {"do": "skill", "skill-6": "high"}),
    "description, wrong": PageOf(
        DESCRIPTION, {"edition": "1", "pay_low": "many", "experience_min": "x", "title": "Ninja"}
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
    "shared": PageOf("/shared/{read}/"),
}

# By the names of the style sheets in static/css/components.
COMPONENTS: dict[str, list[Specimen]] = {
    "masthead": [_of("At the top of every page", "home", "masthead"), _of("Reached with Tab", "home", "skip-link")],
    "footer": [_of("At the end of every page", "home", "footer")],
    "breadcrumbs": [_of("Two steps", "role", "breadcrumbs"), _of("Three steps", "description", "breadcrumbs")],
    "button": [
        _of("Large, the first one primary", "home", "actions"),
        _of("With a status", "role", "sheet-lead"),
        _of("In a bar", "description", "editor-bar", opened=True),
    ],
    "blank": [_of("In a line", "role", "blank")],
    "home": [
        _of("A kit in small", "home", "hero"),
        _of("A band of the page", "home", "kit-parts"),
        _of("The same on a role's pages", "answer", "band"),
    ],
    "role-head": [
        _of("A role", "role", "role-head"),
        _of("Any other page", "roles", "page-head"),
        _of("The first paragraph", "role", "overview"),
    ],
    "role-index": [_of("Filters", "roles", "filters"), _of("A family", "roles", "family")],
    "figures": [_of("A role's headline figures", "role", "figures"), _of("Their source", "role", "figures-note")],
    "contents": [
        _of("On wide screens", "role", "contents-wide"),
        _of("On narrow screens", "role", "contents-narrow", opened=True),
    ],
    "sheet": [_of("A template", "role", "sheet")],
    "definitions": [
        _of("Responsibilities", "role", "definitions"),
        _of("Levels", "role", "levels"),
        _of("Related roles", "role", "related"),
        _of("Two roles that people confuse", "role", "comparison"),
        _of("An author", "role", "author"),
    ],
    "table": [_of("Skills and importance", "role", "skills", tag="table"), _of("A note below it", "role", "note")],
    "range-bar": [_of("Editorial ranges", "role", "range-chart"), _of("Percentiles", "salary", "percentile-chart")],
    "pay": [
        _id("Percentiles in a table", "salary", "computed", opened=True),
        _id("The planner of a pay range", "pay planned", "planner"),
        _of("Figures in lines", "pay across roles", "pay-lines"),
    ],
    "provenance": [_of("A source", "role", "provenance"), _id("With the figures that it stands for", "role", "salary")],
    "question": [
        _of("A competency", "role", "competency"),
        _of("A question, unfolded", "role", "question", opened=True),
        _of("For candidates", "role questions", "question", opened=True),
        _of("In the bank of all roles", "questions", "question-rows"),
        _id("Answers on a role's page", "role", "faq"),
    ],
    "timeline": [
        _of("A typical day", "role", "timeline"),
        _of("The first 90 days", "role", "days"),
        _of("Steps into the role", "role", "steps"),
    ],
    "change-log": [_of("Editions", "role", "change-log")],
    "answers": [
        _of("By role", "faq", "link-rows"),
        _of("By topic", "role faq", "link-rows"),
        _of("At the foot of a page", "role faq", "page-foot"),
        _of("One answer", "answer", "answer-head"),
        _of("Its date", "answer", "answer-date"),
        _of("Was it helpful?", "answer", "helped"),
    ],
    "comparison": [
        _of("Which one to choose", "comparison", "pair"),
        _of("Two roles", "comparison", "side-by-side"),
        _of("A plain list", "comparison", "plain-list"),
        _of("A rung of the ladder", "ladder", "rung"),
    ],
    "search": [
        _of("Empty", "search", "search-large"),
        _of("Kinds", "found", "search-kinds"),
        _of("Results", "found", "hits"),
        _of("A spelling mended", "mended", "note"),
        _of("Nothing found", "nothing found", "empty"),
    ],
    "pagination": [_of("More pages", "questions", "pagination")],
    "notice": [
        _of("An error page", "missing", "message-page"),
        _of("Nothing here", "packs", "empty"),
        _of("A preview", "preview", "preview-note"),
    ],
    "form": [
        _of("Summary of a fault", "own, wrong", "error-summary"),
        _of("Summary of faults", "description, wrong", "error-summary"),
        _of("A field with a fault", "description, wrong", "field-invalid"),
        _of("Text, file and choice", "own", "measure", tag="form"),
        _of("Several choices", "description", "editor-part"),
    ],
    "editor": [
        _id("The whole of it", "pack", "job-description-form", opened=True),
        _id("Skills, with a warning", "description, coding", "skill-fields"),
    ],
    "interview-kit": [
        _id("The whole of it", "interviews", "interview-kit-form", opened=True),
        _of("What to mend", "interviews, none", "plan-problems"),
    ],
    "check": [_id("All checks", "checking", "main")],
    "law": [_of("What pay law asks", "pack", "law", opened=True)],
    "own": [_id("Read, reviewed and compared", "own, read", "main", opened=True)],
    "pack": [
        _of("Tools of a pack", "pack", "pack-tools"),
        _id("Remembered packs", "packs", "remembered"),
        _of("Versions", "pack versions", "pack-versions"),
        _of("A version's changes", "pack version", "pack-body"),
        _of("Links", "pack links", "pack-body"),
        _of("Deletion", "pack deletion", "pack-body"),
        _of("Read-only page", "shared", "shared"),
    ],
}
