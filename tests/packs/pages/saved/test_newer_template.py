"""A pack whose template has changed since: what is offered, and what accepting does."""

import msgspec
import pytest
from django.utils.html import escape

from packs.description.newer_edition import rebase_description, renew_description
from packs.description.starting import at_level, start_description
from packs.description.value import DescriptionLine
from packs.models import Pack
from packs.pages.saved.changes import list_changes, take_changes
from packs.store.saving import create_pack, save_version
from roles.kit.choices import Section
from roles.kit.value import KitTemplateLine
from tests.factories import a_kit, a_published_kit, technical_pm

OLD = technical_pm()
FIRST, SECOND, *REST = OLD.job_description
REWORDED = msgspec.structs.replace(SECOND, text=SECOND.text.rstrip(".") + ", every week.")
ADDED = KitTemplateLine(section=SECOND.section, text="Keep a public log of what was decided and why.")
NEW = a_kit(job_description=[FIRST, ADDED, REWORDED, *REST[1:]])
START = start_description(OLD, 1)
GONE = "t2"


def offered(description, new=NEW):
    return [
        change.key
        for change in list_changes(
            rebase_description(description, OLD, new, 2), renew_description(description, OLD, new, 2)
        )
    ]


@pytest.mark.slow
def test_a_reworded_an_added_and_a_dropped_line_are_offered():
    assert offered(START) == ["line:a1", "line:t1", f"line:{GONE}"]


def test_accepting_everything_gives_the_new_template():
    accepted = renew_description(START, OLD, NEW, 2)
    fresh = start_description(NEW, 2)
    assert [(line.section, line.text, line.origin) for line in accepted.lines] == [
        (line.section, line.text, line.origin) for line in fresh.lines
    ]
    assert accepted.edition == 2


@pytest.mark.slow
def test_one_line_is_accepted_and_the_others_are_not_offered_again():
    accepted = take_changes(rebase_description(START, OLD, NEW, 2), renew_description(START, OLD, NEW, 2), ["line:t1"])
    assert accepted.edition == 2
    text = {line.id: line.text for line in accepted.lines}
    assert text["t1"] == REWORDED.text
    assert GONE in text
    assert "a1" not in text
    assert next(line.origin for line in accepted.lines if line.id == GONE) is None


def test_what_was_written_or_dropped_by_hand_stays():
    own = DescriptionLine(id="a1", section=Section.REQUIRED, text="Speak Welsh.")
    lines = [*START.lines, own]
    lines[0] = msgspec.structs.replace(lines[0], text="Our own words.")
    lines[1] = msgspec.structs.replace(lines[1], keep=False)
    description = msgspec.structs.replace(START, lines=tuple(lines))
    accepted = {line.id: line for line in renew_description(description, OLD, NEW, 2).lines}
    assert accepted["t0"].text == "Our own words."
    assert not accepted["t1"].keep
    assert accepted["a1"] == own
    assert accepted["a2"].text == ADDED.text


@pytest.mark.slow
def test_a_moved_line_is_the_same_line():
    moved = a_kit(job_description=[SECOND, FIRST, *REST])
    assert offered(START, moved) == []
    assert [line.origin for line in rebase_description(START, OLD, moved, 2).lines][:2] == [1, 0]


@pytest.mark.slow
def test_proposed_figures_follow_and_own_figures_stay():
    dearer = [msgspec.structs.replace(row, high=row.high + 1000) for row in OLD.benchmarks]
    senior = at_level(START, OLD, "Senior")
    new = a_kit(benchmarks=dearer)
    assert offered(senior, new) == ["pay"]
    own = msgspec.structs.replace(senior, pay=msgspec.structs.replace(senior.pay, bonus="10%"))
    assert offered(own, new) == []


def test_a_level_that_is_gone_is_dropped():
    new = a_kit(levels=OLD.levels[:1], benchmarks=[row for row in OLD.benchmarks if row.level is None])
    assert rebase_description(at_level(START, OLD, "Senior"), OLD, new, 2).level == ""


@pytest.fixture
def address(db):
    a_published_kit()
    address = f"/packs/{create_pack(START)}/"
    a_published_kit(job_description=NEW.job_description, note="Better lines")
    return address


@pytest.mark.slow
def test_the_pack_says_that_its_template_has_changed(client, address):
    assert "See 3 changes" in client.get(address).content.decode()
    html = client.get(f"{address}template/").content.decode()
    assert escape(ADDED.text) in html
    assert html.count('name="take"') == 3


@pytest.mark.slow
def test_accepting_saves_a_version_on_the_new_edition(client, address):
    pack = Pack.objects.get()
    client.post(f"{address}template/", {"version": 1, "take": ["line:t1"]})
    current = pack.current()
    assert (current.number, current.description.edition) == (2, 2)
    assert "The template has changed" not in client.get(address).content.decode()
    assert escape(REWORDED.text) in client.get(address).content.decode()


@pytest.mark.slow
def test_accepting_after_another_save_is_asked_again(client, address):
    pack = Pack.objects.get()
    save_version(pack, msgspec.structs.replace(START, company="Beta"), base=1)
    assert client.post(f"{address}template/", {"version": 1, "take": ["line:t1"]}).status_code == 409
    assert pack.current().description.edition == 1


def test_a_pack_of_the_newest_edition_has_nothing_to_take(client, db):
    a_published_kit()
    html = client.get(f"/packs/{create_pack(START)}/template/").content.decode()
    assert "newest edition" in html
