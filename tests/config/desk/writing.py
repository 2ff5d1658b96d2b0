"""A role that is written on the desk from nothing, part by part, as an editor would: what is pressed, and how far."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page, expect

from roles.kit.value import Kit

SCREEN = 800  # CSS pixels, of a window of 1280 by 800
PASTE = """(field, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


class Writer:
    """Writes a kit into the desk's forms. `added` counts presses of "Add a row", `documents` the pages that were loaded
    as a whole, `farthest` the screens that the longest of all pages scrolls.
    """

    def __init__(self, page: Page, kit: Kit) -> None:
        self.page, self.kit = page, kit
        self.added = self.documents = 0
        self.farthest = 0.0
        page.on("request", self._count_document)

    def begin(self) -> None:
        """Start with three fields, and open the first part."""
        self.page.goto("/admin/new-role/")
        empty = self.page.get_by_role("region", name="Empty")
        empty.get_by_label("Title").fill(self.kit.title)
        empty.get_by_label("Family").fill(self.kit.family)
        empty.get_by_label("Summary").fill(self.kit.summary)
        empty.get_by_role("button", name="Begin").click()
        self.page.get_by_role("link", name="Name and summary").click()

    def write_all(self) -> None:
        """Every part in the order of the outline, each saved with the button that leads on to the next one."""
        kit = self.kit
        self.fill(short_title=kit.short_title, slug=kit.slug, aliases="\n".join(kit.aliases))
        self.go_on("Overview and author")
        self.fill(overview=kit.overview, author=kit.author.slug, credit=kit.credit)
        self.go_on("Headline figures")
        names = ("experience_min", "experience_max", "demand", "figures_year", "figures_area", "figures_source")
        self.fill(**{name: getattr(kit, name) for name in names})
        self.go_on("Skills")
        self.fill(skills_note=kit.skills_note)
        self.paste("skills", [(skill.name, skill.covers) for skill in kit.skills])
        self.fill_rows("skills", kit.skills, "importance")
        self.go_on("Levels")
        self.paste("levels", [(level.name, level.experience_min, level.experience_max or "") for level in kit.levels])
        self.fill_rows("levels", kit.levels, "you_can")
        self.go_on("Job description template")
        self._write_template()
        self.go_on("Responsibilities")
        self.fill(responsibilities_intro=kit.responsibilities_intro)
        self.paste("responsibilities", [(part.name, part.text) for part in kit.responsibilities])
        self.go_on("Occupations")
        self.fill(occupations_reason=kit.occupations_reason)
        self.fill_rows("occupations", kit.occupations, "soc", "weight")
        self.go_on("Pay")
        self.go_on("Competencies and questions")
        self._write_competencies()
        self.go_on("A typical day", leave="Questions and answers")
        self.paste("day", [(item.time, item.activity) for item in kit.day])
        self.go_on("The first 90 days")
        self.paste("outcomes", [(outcome.text,) for outcome in kit.outcomes])
        self.fill_rows("outcomes", kit.outcomes, "day")
        self.go_on("Career")
        self.fill(career_path=kit.career_path, how_to_become="\n".join(kit.how_to_become))
        self.pick(self.page.locator(".field-related"), kit.related)
        self.go_on("Comparisons")
        self.fill_rows("comparisons", kit.comparisons, "other", "difference", "choose_this", "choose_other")
        self.save()

    def publish(self, note: str) -> None:
        """Read the warnings, and publish."""
        self.page.get_by_role("link", name="Publish", exact=True).click()
        self.page.get_by_label("What changed").fill(note)
        accept = self.page.get_by_label("I have read the warnings")
        if accept.count():
            accept.check()
        self.page.get_by_role("button", name="Publish").click()
        expect(self.page.locator(".messagelist .success").last).to_contain_text("Published")

    def go_on(self, title: str, *, leave: str = "") -> None:
        """Save the part, and come to the next one."""
        self._measure()
        if leave:
            expect(self.page.locator("#content h1")).to_have_text(leave)
        self.page.locator("input[name=_onward]").click()
        expect(self.page.locator("#content h1")).to_have_text(title)

    def save(self) -> None:
        """Save, and stay."""
        self._measure()
        self.page.evaluate("document.getElementById('main').dataset.saved = 'not yet'")
        self.page.locator("input[name=_continue]").click()
        expect(self.page.locator("#main:not([data-saved]) .messagelist .success")).to_be_visible()

    def fill(self, **values: Any) -> None:
        """Fields of the page by their names; what the kit leaves out stays empty."""
        for name, value in values.items():
            if value is not None:
                self._fill_field(self.page.locator(f"#id_{name}"), value)

    def paste(self, rows: str, cells: Sequence[Sequence[Any]]) -> None:
        """A table, pasted into the last row of a list."""
        table = io.StringIO()
        csv.writer(table, delimiter="\t", lineterminator="\n").writerows(cells)
        text = table.getvalue() if len(cells[0]) > 1 else "\n".join(row[0] for row in cells)
        count = self.page.locator(f"#{rows}-group .desk-row").count()
        line = self.page.locator(f"#{rows}-group .desk-row").last.locator("textarea.desk-line").first
        if "\n" in text:
            line.evaluate(PASTE, text)
        else:
            line.fill(text)  # as the browser itself pastes one line
        expect(self.page.locator(f"#{rows}-group .desk-row")).to_have_count(count + len(cells) - 1)

    def fill_rows(self, rows: str, parts: Sequence[Any], *names: str) -> None:
        """Fields of each row of a list."""
        for number, part in enumerate(parts):
            for name in names:
                value = getattr(part, name)
                text = "\n".join(value) if isinstance(value, list) else value
                self._fill_field(self.page.locator(f"#id_{rows}-{number}-{name}"), text)

    def pick(self, place: Locator, names: Sequence[str]) -> None:
        """Tick what is named in a folded list of boxes."""
        if names:
            place.locator("summary").click()
            for name in names:
                place.locator(f'input[value="{name}"]').check()
            place.locator("summary").click()

    def _write_template(self) -> None:
        """A list for each section, then the skills of each line."""
        sections: dict[str, list[str]] = {line.section: [] for line in self.kit.job_description}
        for line in self.kit.job_description:
            sections[line.section].append(line.text)
        for number, (section, texts) in enumerate(sections.items()):
            if number:
                self.page.get_by_role("button", name="Add a row").click()
                self.added += 1
            last = self.page.locator("#job_description-group .desk-row").last
            last.locator("select").select_option(str(section))
            self.paste("job_description", [(text,) for text in texts])
        rows = self.page.locator("#job_description-group .desk-row")
        for number, line in enumerate(self.kit.job_description):
            self.pick(rows.nth(number).locator(".field-skills"), line.skills)

    def _write_competencies(self) -> None:
        self.paste("competencies", [(one.name, one.definition) for one in self.kit.competencies])
        self.save()
        for competency in self.kit.competencies:
            self.page.get_by_role("link", name=f"Open {competency.name}").click()
            expect(self.page.locator("#content h1")).to_have_text(competency.name)
            self.fill(slug=competency.slug)
            self.pick(self.page.locator(".field-skills"), competency.skills)
            self.paste("questions", [(question.text,) for question in competency.questions])
            self.fill_rows("questions", competency.questions, "kind", "minutes")
            self.save()
            for number, question in enumerate(competency.questions):
                if number:
                    self.go_on(question.text)
                else:
                    self.page.get_by_role("link", name=f"Open {question.text}").click()
                    expect(self.page.locator("#content h1")).to_have_text(question.text)
                lists = ("probes", "anchor_1", "anchor_3", "anchor_5", "red_flags")
                texts = {name: "\n".join(getattr(question, name)) for name in lists}
                texts |= {"why": question.why, "setup": question.setup or ""}
                self.fill(slug=question.slug, level=question.level, **texts)
            self.save()
            self.page.locator(".desk-outline").get_by_role("link", name="Competencies and questions").click()
            expect(self.page.locator("#content h1")).to_have_text("Competencies and questions")
        self.go_on("Questions and answers")
        self.paste("faqs", [(faq.question,) for faq in self.kit.faqs])
        self.fill_rows("faqs", self.kit.faqs, "answer", "topic", "slug")

    def _fill_field(self, field: Locator, value: Any) -> None:
        if field.evaluate("element => element.localName") == "select":
            field.select_option(str(value))
        else:
            field.fill(str(value))

    def _measure(self) -> None:
        height = self.page.evaluate("document.documentElement.scrollHeight")
        self.farthest = max(self.farthest, (height - SCREEN) / SCREEN)

    def _count_document(self, request: Any) -> None:
        if request.is_navigation_request() and request.frame == self.page.main_frame and request.method == "GET":
            self.documents += 1
