"""All parts of the form as one: it turns a job description into fields and posted fields into a job description.

A text may be of any length as long as all of them together stay within the limits.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping, Sequence
from copy import copy
from itertools import accumulate, count, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from packs.description.arranging import follow_needs
from packs.description.company import list_locked_fields, lock_fields, with_own_levels
from packs.description.value import (
    OWN_HEADING,
    TEXT_HEADINGS,
    TEXT_PARTS,
    Block,
    DescriptionLine,
    JobDescription,
    name_block,
    text_heading,
)
from packs.description.wording import blanks_to_ask
from packs.forms.details import KIT_WORDS, DetailsForm, build_initial, read_details
from packs.forms.parts import (
    BlanksForm,
    LineForm,
    LineFormSet,
    PayFormSet,
    PlaceFormSet,
    SectionsForm,
    SkillsForm,
    field_values_of_blanks,
    part_line,
    read_lines,
    read_places,
    read_ranges,
    show_range,
    with_ids,
)
from packs.limits import LONGEST_TEXT, MOST_BLANKS, MOST_LINES, MOST_MARKS
from roles.kit.blanks import Blank, split_blanks
from roles.kit.value import Kit

if TYPE_CHECKING:
    from company.profile import ProfileInUse

type Field = tuple[forms.Form, str]


# The fields of the form in which a fact stands that a company can lock.
FIELDS_OF_FACTS = {
    **{
        name: (name,)
        for name in (
            "company",
            "company_url",
            "workplace",
            "about_company",
            "how_to_apply",
            "apply_to",
            "employees",
            "home",
            "paper",
        )
    },
    "benefits": ("benefits", "benefit"),
    "equal_opportunity": ("equal_opportunity", "statement"),
    "pay": ("pay_kind", "pay_low", "pay_high", "pay_currency", "pay_period", "pay_bonus", "pay_equity"),
}


class Totals:
    """The running totals of some texts: characters, and how often each blank occurs, by its key."""

    def __init__(self) -> None:
        self.characters = 0
        self.blanks: Counter[str] = Counter()

    def refuse_surplus(self, fields: Iterable[Field]) -> None:
        """Add the texts of fields one after another. The first field beyond a limit gets an error; that one and those
        after it become empty.
        """
        error = ""
        for form, name in fields:
            text = form.cleaned_data.get(name) or ""
            if error:
                form.cleaned_data[name] = ""
            elif error := self._find_error(text):
                form.add_error(name, error)

    def is_taking(self, texts: Iterable[str]) -> bool:
        """Add texts one after another. Returns whether all of them fit within the limits; otherwise those before the
        first that doesn't are counted.
        """
        return not any(map(self._find_error, texts))

    def refuse_long_values(self, form: forms.Form, blanks: dict[str, Blank]) -> None:
        """Add an error to the field of each blank whose value makes the whole text too long."""
        for name, blank in blanks.items():
            written = len(form.cleaned_data.get(name) or "") * self.blanks[blank.key]
            if self.characters + written > LONGEST_TEXT:
                form.add_error(name, _too_long())
            else:
                self.characters += written

    def _find_error(self, text: str) -> str:
        """What is too much with this text, if anything; otherwise it is added."""
        if self.characters + len(text) > LONGEST_TEXT:
            return _too_long()
        if "[" not in text:
            self.characters += len(text)
            return ""
        found = Counter(run.key for run in split_blanks(text) if isinstance(run, Blank))
        if len(self.blanks | found) > MOST_BLANKS:
            return _("That would make more than %(most)s different blanks. Take some out.") % {"most": MOST_BLANKS}
        if self.blanks.total() + found.total() > MOST_MARKS:
            return _("That would make more than %(most)s blanks. Take some out.") % {"most": MOST_MARKS}
        self.characters += len(text)
        self.blanks += found
        return ""


def _too_long() -> str:
    return _("That would make the text longer than 100,000 characters. Shorten it.")


class BlockFields(NamedTuple):
    """The fields of a section on the page.

    A section of lines has `heading` and `keep` (the first block of a part), `head` (a line that is its heading) and
    `lines`. A text has `text`, named by the block's key, and `text_field`, the field of the whole part where that has
    an error.
    """

    block: Block
    heading: forms.BoundField | None = None
    keep: forms.BoundField | None = None
    head: LineForm | None = None
    lines: Sequence[LineForm] = ()
    text: str = ""
    text_field: forms.BoundField | None = None


class JobDescriptionForm:
    """The form of a job description, filled from it or from what was posted."""

    kit: Kit
    details: DetailsForm
    places: Any  # a formset, which no type describes
    ranges: Any
    skills: SkillsForm
    lines: Any
    outline: SectionsForm
    blanks: BlanksForm

    def __init__(
        self,
        kit: Kit,
        start: JobDescription,
        data: Mapping[str, Any] | None = None,
        company: "ProfileInUse | None" = None,
    ) -> None:
        """`company` locks fields: they say what its profile says, whatever stands in `start` or was posted."""
        start = lock_fields(start, company, kit)
        self.kit, self.start, self.company = with_own_levels(kit, company), start, company
        kit = self.kit
        self.is_bound = data is not None
        data = None if data is None else join_texts(data)
        token = {"profile": company.token if company else ""}
        self.details = DetailsForm(kit, data, initial=build_initial(start) | token)
        _lock_fields(self.details, list_locked_fields(company))
        self.places = PlaceFormSet(
            data, initial=[msgspec.structs.asdict(place) for place in start.places], prefix="place"
        )
        self.ranges = PayFormSet(data, initial=list(map(show_range, start.other_pay)), prefix="range")
        self.skills = SkillsForm(kit, start.needs, data)
        self.lines = LineFormSet(data, initial=list(map(msgspec.structs.asdict, start.lines)), prefix="line")
        self.outline = SectionsForm(start.list_sections(), data)
        self.totals = Totals()
        self.without_values = self._read_posted() if self.is_bound else start
        self.blanks = BlanksForm(blanks_to_ask(self.without_values)[:MOST_BLANKS], data)
        if self.is_bound:
            self.blanks.is_valid()
            self.totals.refuse_long_values(self.blanks, self.blanks.blanks)
        else:
            self.blanks.initial = field_values_of_blanks(start, self.blanks)

    def is_valid(self) -> bool:
        """Whether every form and row is valid. Checks all of them, so that all errors are shown at once."""
        return all(part.is_valid() for part in self._list_parts())

    def list_errors(self) -> list[tuple[forms.BoundField, str]]:
        """Every error as its field and a message, in the order of the page; [] for a form that wasn't posted."""
        if not self.is_bound:
            return []
        forms_of_all = (self.details, *self.places, *self.ranges, self.skills, self.blanks, self.outline)
        errors = ((form, form.errors) for form in forms_of_all)
        fields = [form[name] for form, at_fault in errors if at_fault for name in form.fields if name in at_fault]
        fields += [form["text"] for form in self.lines.list_at_fault() if "text" in form.errors]
        return [(field, str(message)) for field in fields for message in field.errors if not field.is_hidden]

    def read_description(self) -> JobDescription:
        """The job description that the fields make, without the fields that have errors; the one it started from where
        nothing was posted.
        """
        if not self.is_bound:
            return self.start
        return msgspec.structs.replace(self.without_values, values=self.blanks.read_values())

    def blanks_changed(self, names: Mapping[str, Any]) -> bool:
        """Whether the page, which posted these names, lacks a blank's field or has one too many."""
        return {name for name in names if name.startswith("blank-")} != set(self.blanks.blanks)

    def list_blocks(self) -> list[BlockFields]:
        """The sections in the order of the page, each with its fields."""
        rows = [*self.lines]
        lines = tuple(
            DescriptionLine(id=f"{number}", section=row.shown_section, text=str(row["text"].value() or ""))
            for number, row in enumerate(rows)
        )  # of every row, also of one at fault
        texts = {part: str(self.details[part].value() or "") for part in TEXT_PARTS if part in self.details.errors}
        shown = msgspec.structs.replace(self.without_values, lines=lines, **texts)
        return [self._find_fields(block, rows) for block in shown.list_shown_blocks()]

    def _find_fields(self, block: Block, rows: list[LineForm]) -> BlockFields:
        if block.part in TEXT_HEADINGS:
            at_fault = block.part in self.details.errors and block.number == 1
            text = "\n".join(line.text for line in block.lines)
            return BlockFields(block, text=text, text_field=self.details[block.part] if at_fault else None)
        is_first = block.number == 1
        return BlockFields(
            block,
            heading=self.outline[f"{block.part}-heading"] if is_first else None,
            keep=self.outline[f"{block.part}-keep"] if is_first else None,
            head=rows[int(block.head.source)] if block.head else None,
            lines=[rows[int(line.source)] for line in block.lines],
        )

    def as_posted(self) -> Iterator[tuple[str, str]]:
        """The (name, value) pairs that a browser sends for the page as it is shown."""
        yield from ((name, value) for field in self._list_fields() for name, value in _list_sent(field))

    def _list_fields(self) -> Iterator[forms.BoundField]:
        yield from (*self.details, *self.skills, *self.blanks, *self.outline)
        for formset in (self.places, self.ranges, self.lines):
            yield from formset.management_form
            for part in formset:
                yield from part

    def _list_parts(self) -> Iterator[Any]:
        yield from (self.details, self.places, self.ranges, self.skills, self.outline, self.lines, self.blanks)

    def _read_posted(self) -> JobDescription:
        """What was posted, but for the blanks' values, which wait until the blanks are known."""
        for part in (self.details, self.places, self.ranges, self.skills, self.lines):
            part.is_valid()
        lines = self._read_lines()
        needs = self.skills.read_needs()
        followed = follow_needs(with_ids(lines), self.kit, self.skills.read_needs("-was"), needs)
        given = read_details(self.details.cleaned_data)
        given["title"] = given.get("title") or self.kit.title
        read = JobDescription(
            slug=self.start.slug,
            edition=self.start.edition,
            language=self.start.language,
            places=read_places(self.places),
            other_pay=read_ranges(self.ranges),
            needs=needs,
            lines=followed,
            sections=self.outline.read_outline(),
            **given,
        )
        return lock_fields(read, self.company, self.kit)

    def _read_lines(self) -> list[DescriptionLine]:
        """The lines, as many as a job description holds. Adds errors to what of them and of all texts is too much."""
        if self.lines.rows is not None:
            words = (self.details.cleaned_data.get(name) or "" for name in KIT_WORDS)
            is_taking = self.totals.is_taking([*words, *(row["text"] for row in self.lines.rows)])
            read = read_lines(self.lines)
            if is_taking and len(read) <= MOST_LINES:
                return read
            self.totals = Totals()
            self.lines.clean_forms()
        self._refuse_surplus()
        return read_lines(self.lines)[:MOST_LINES]

    def _refuse_surplus(self) -> None:
        """Add an error where there are more lines, or all texts together are more, than a job description holds."""
        lines = [form for form in self.lines if hasattr(form, "cleaned_data")]
        self.totals.refuse_surplus([*((self.details, name) for name in KIT_WORDS), *((form, "text") for form in lines)])
        counted = accumulate(len(part_line(form.cleaned_data)) for form in lines)
        first = next((form for form, count in zip(lines, counted, strict=True) if count > MOST_LINES), None)
        if lines and (first or self.lines.non_form_errors()):
            (first or lines[-1]).add_error(
                "text", _("There are more than %(most)s lines. Remove some.") % {"most": MOST_LINES}
            )


def join_texts(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The posted data with each text of several sections joined into one: benefits and benefits.2 into benefits.

    A section's heading is in benefits-heading or benefits.2-heading; the usual heading isn't written into the text.
    """
    joined: dict[str, str] = {}
    for part in TEXT_PARTS:
        keys = [part, *takewhile(lambda key: key in data, (name_block(part, number) for number in count(2)))]
        headings = [" ".join(data.get(f"{key}-heading", "").split()) for key in keys]
        if keys == [part] and headings[0] in ("", text_heading(part)):
            continue
        words = [f"{OWN_HEADING}{heading}".strip() for heading in headings]
        if headings[0] in ("", text_heading(part)):
            words[0] = ""
        texts = (text for key, heading in zip(keys, words, strict=True) for text in (heading, data.get(key, "")))
        joined[part] = "\n".join(filter(None, texts))
    if not joined:
        return data
    copied: MutableMapping[str, Any] = data.copy() if isinstance(data, QueryDict) else {**data}
    for name, text in joined.items():
        copied[name] = text
    return copied


def _list_sent(field: forms.BoundField) -> Iterator[tuple[str, str]]:
    value = field.value()
    if isinstance(field.field.widget, forms.CheckboxInput):
        if value:
            yield field.html_name, "on"
    elif isinstance(value, list | tuple):
        yield from ((field.html_name, str(item)) for item in value)
    else:
        yield field.html_name, "" if value is None else str(value)


def _lock_fields(details: DetailsForm, names: Collection[str]) -> None:
    """Show the fields of some facts as they are and ask for nothing there: the company has locked them."""
    for field in (field for name in names for field in FIELDS_OF_FACTS.get(name, ())):
        locked = copy(details.fields[field])
        locked.widget = copy(locked.widget)
        can_be_read = isinstance(locked.widget, forms.Textarea | forms.TextInput)
        locked.widget.attrs = {**locked.widget.attrs, "readonly" if can_be_read else "disabled": True}
        locked.help_text = _("Your company has locked this field.")
        details.fields[field] = locked
