"""Suggestions and approvals without a browser: made under a name, settled one by one, and never lost."""

import re

import msgspec
import pytest

from company.branding import Branding
from company.site import read_site_company
from company.store import save_site_company
from interviews.plan import default_plan
from packs.description.company import lock_fields
from packs.description.starting import start_description
from packs.limits import MOST_LINES
from packs.models import Approval, Pack, Suggestion, Version
from packs.pages.saved.changes import merge_changes
from packs.store.approvals import MOST_APPROVALS, approve_version
from packs.store.saving import NEWEST_VERSIONS_WHOLE, create_pack, remember_company, save_version
from packs.suggestions import storing
from packs.suggestions.parts import tidy_words, with_words
from tests.company.samples import ACME
from tests.factories import a_kit, a_published_kit
from tests.packs.browsing import posted

pytestmark = pytest.mark.django_db
LINE = "line:t0"


@pytest.fixture
def address():
    """The address of a pack."""
    a_published_kit()
    return f"/packs/{create_pack(start_description(a_kit(), 1))}/"


@pytest.fixture
def link(client, address):
    """The address of its link to suggest."""
    client.post(f"{address}suggestions/", {"do": "share"})
    return re.search(r"/shared/[^/]+/suggest/", client.get(f"{address}suggestions/").content.decode())[0]


def suggest(client, link, on=LINE, **data):
    return client.post(
        link, {"on": on, "name": "Ada", "kind": "words", "words": "Better words.", "comment": "", **data}
    )


def settle(client, address, do="accept", version=1):
    return client.post(
        f"{address}suggestions/", {"do": f"{do}:{Suggestion.objects.latest('pk').pk}", "version": version}
    )


def save(client, address, version, **changes):
    return client.post(address, posted(do="save", version=version, **changes))


def say(line_id="t0"):
    """What a line says now."""
    lines = Pack.objects.get().current().description.lines
    return next(line.text for line in lines if line.id == line_id)


def words(answer):
    return " ".join(answer.content.decode().split())


def test_a_suggestion_changes_nothing_until_it_is_accepted(client, address, link):
    before = say()
    assert suggest(client, link).status_code == 303
    assert say() == before
    assert "1 suggestion is waiting." in words(client.get(address))
    assert settle(client, address).status_code == 303
    assert say() == "Better words."


def test_a_version_keeps_who_suggested_it(client, address, link):
    suggest(client, link)
    settle(client, address)
    assert Version.objects.get(number=2).credited_to == "Ada"
    assert "Suggested by Ada" in words(client.get(f"{address}versions/"))
    assert "Applied in version 2" in words(client.get(f"{address}suggestions/"))


def test_a_declined_suggestion_stays_to_be_read(client, address, link):
    before = say()
    suggest(client, link)
    settle(client, address, "decline")
    assert say() == before
    assert "Declined" in words(client.get(f"{address}suggestions/"))
    settle(client, address)
    assert say() == before, "what is settled stays settled"


def test_a_comment_is_settled_without_a_version(client, address, link):
    suggest(client, link, words="", comment="Who is this for?")
    assert "Who is this for?" in words(client.get(f"{address}suggestions/"))
    settle(client, address)
    assert Version.objects.count() == 1
    assert Suggestion.objects.get().state == "accepted"


@pytest.mark.parametrize("on", ["title", "about_company"])
def test_the_title_and_a_text_can_be_suggested_too(client, address, link, on):
    save(client, address, 1, about_company="We build.")
    suggest(client, link, on=on, words="We build\n  rockets.")
    settle(client, address, version=2)
    assert getattr(Pack.objects.get().current().description, on).split() == ["We", "build", "rockets."]


def test_a_suggestion_whose_line_has_changed_shows_both(client, address, link):
    before = say()
    suggest(client, link)
    save(client, address, 1, **{"line-0-text": "The owner wrote this."})
    page = words(client.get(f"{address}suggestions/"))
    assert "The line has changed since then." in page
    for said in (before[:30], "The owner wrote this.", "Better words."):
        assert said in page


def test_words_are_not_taken_over_a_line_that_changed_unseen(client, address, link):
    suggest(client, link)
    save(client, address, 1, **{"line-0-text": "The owner wrote this."})
    answer = settle(client, address, version=1)
    assert answer.status_code == 409
    assert "The line changed while you were reading" in words(answer)
    assert say() == "The owner wrote this."
    settle(client, address, version=2)
    assert say() == "Better words."


def test_a_change_elsewhere_keeps_nobody_from_accepting(client, address, link):
    suggest(client, link)
    save(client, address, 1, company="Northwind")
    settle(client, address, version=1)
    assert say() == "Better words."
    assert Pack.objects.get().current().description.company == "Northwind"


def test_a_suggestion_for_a_line_that_is_gone_is_not_lost(client, address, link):
    suggest(client, link)
    save(client, address, 1, **{"line-0-keep": None})
    assert "The line is gone." in words(client.get(f"{address}suggestions/"))
    assert "About deleted lines" in words(client.get(link))
    assert "Better words." in words(suggest(client, link)), "what was typed comes back"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"name": ""}, "required"),
        ({"name": "x" * 81}, "at most 80"),
        ({"words": "x" * 5001}, "at most 5000"),
        ({"comment": "x" * 1001}, "at most 1000"),
        ({"words": ""}, "Change the words, or write a comment."),
        ({"on": "title", "words": "x" * 201}, "at most 200"),
    ],
)
def test_a_suggestion_at_fault_says_why_and_keeps_what_was_typed(client, link, data, message):
    answer = suggest(client, link, **data)
    assert answer.status_code == 422
    assert message in words(answer)
    assert not Suggestion.objects.exists()


def test_no_more_wait_than_may(client, address, link, monkeypatch):
    monkeypatch.setattr(storing, "MOST_OPEN", 1)
    suggest(client, link)
    assert suggest(client, link).status_code == 409
    settle(client, address, "decline")
    assert suggest(client, link).status_code == 303


def test_settled_suggestions_are_bounded_and_the_oldest_go_first(client, address, link, monkeypatch):
    monkeypatch.setattr(storing, "MOST_OPEN", 1)
    monkeypatch.setattr(storing, "MOST_SUGGESTIONS", 3)
    for number in range(4):
        suggest(client, link, words=f"Words {number}")
        settle(client, address, "decline")
    assert [row.words for row in Suggestion.objects.all()] == ["Words 2", "Words 3"]


def test_the_link_to_suggest_edits_nothing(client, address, link):
    token = link.split("/")[2]
    assert client.get(f"/packs/{token}/").status_code == 404
    assert client.post(f"/packs/{token}/suggestions/", {"do": "accept:1"}).status_code == 404
    client.post(f"{address}links/", {"do": "unshare-suggest"})
    assert client.get(link).status_code == 410


def test_what_is_typed_is_escaped(client, address, link):
    suggest(client, link, name="<b>Ada", words="<script>alert(1)</script>")
    for page in (link, f"{address}suggestions/"):
        assert "<script>alert" not in client.get(page).content.decode()


def approve(client, link, version=1, name="Grace"):
    return client.post(link, {"do": "approve", "name": name, "version": version})


@pytest.mark.slow
def test_an_approval_names_the_version_and_a_change_after_it_says_so(client, address, link):
    approve(client, link)
    assert "Approved by Grace at version 1" in words(client.get(address))
    assert Pack.objects.get().state == "approved"
    save(client, address, 1, company="Northwind")
    page = words(client.get(address))
    assert "The text has changed since then: this is version 2." in page
    assert "?with=1" in page


def test_an_interview_plan_changes_no_approval(client, address, link):
    approve(client, link)
    saved = save_version(Pack.objects.get(), plan=default_plan(a_kit()), base=1)
    assert saved.number == 2
    assert "The text has changed since then" not in words(client.get(address))


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "\u202e"])
def test_an_approval_without_a_name_that_can_be_seen_is_refused(client, link, name):
    assert approve(client, link, name=name).status_code == 422
    assert not Approval.objects.exists()


def test_nobody_approves_what_they_have_not_read(client, address, link):
    save(client, address, 1, company="Northwind")
    answer = approve(client, link, version=1)
    assert answer.status_code == 409
    assert "It wasn’t approved." in words(answer)
    assert not Approval.objects.exists()


@pytest.mark.slow
def test_an_approved_version_is_kept_while_others_are_thinned(client, address):
    pack = Pack.objects.get()
    approve_version(pack, 1, "Grace")
    said = pack.current().description
    for number in range(1, NEWEST_VERSIONS_WHOLE + 5):
        save(client, address, number, company=f"Name {number}")
    assert pack.versions.filter(number=1, description_json__contains=said.slug).exists()
    assert not pack.versions.filter(number=2).exists()


def test_approvals_are_bounded(address):
    pack = Pack.objects.get()
    for number in range(MOST_APPROVALS + 3):
        approve_version(pack, 1, f"Name {number}")
    assert pack.approvals.count() == MOST_APPROVALS


def test_the_owner_says_how_far_it_is_and_who_has_it(client, address):
    client.post(f"{address}opening/", {"do": "state", "state": "in-review", "holder": "Grace"})
    pack = Pack.objects.get()
    assert (pack.state, pack.holder) == ("in-review", "Grace")
    assert client.post(f"{address}opening/", {"do": "state", "state": "lost"}).status_code == 422


def test_a_copy_has_an_edit_link_of_its_own(client, address):
    copied = client.post(f"{address}opening/", {"do": "copy", "with": ["pay"]}).headers["Location"]
    assert copied != address
    assert client.get(copied).status_code == 200
    assert Pack.objects.count() == 2


def test_everything_goes_with_the_pack(client, address, link):
    suggest(client, link)
    approve(client, link)
    client.post(f"{address}delete/")
    assert not any(model.objects.exists() for model in (Suggestion, Approval, Pack))


def test_words_of_a_locked_text_are_not_taken_over(client, address, link):
    save_site_company(ACME, Branding(locked=("benefits",)))
    pack = Pack.objects.get()
    remember_company(pack, read_site_company().in_use)
    save_version(pack, lock_fields(pack.current().description, read_site_company().in_use, None), base=1)
    before = pack.current().description.benefits
    suggest(client, link, on="benefits", words="A boat for everybody.")
    answer = settle(client, address, version=2)
    assert answer.status_code == 409
    assert "has locked this text" in words(answer)
    assert pack.current().description.benefits == before


def save_as_script(client, address, version, **changes):
    data = posted(do="save", version=version, **changes)
    return client.post(address, data, headers={"accept": "application/json"})


def test_a_save_that_meets_an_accepted_suggestion_is_put_together_with_it(client, address, link):
    suggest(client, link)
    settle(client, address)
    answer = save_as_script(client, address, 1, company="Acme Two")
    assert (answer.status_code, answer.json()["merged"], answer.json()["version"]) == (200, True, 3)
    assert say() == "Better words."
    assert Pack.objects.get().current().description.company == "Acme Two"
    assert not Version.objects.filter(beside__isnull=False).exists()
    assert (
        save_as_script(client, address, 3, company="Acme Three", **{"line-0-text": "Better words."}).status_code == 200
    )


def test_a_save_that_says_something_else_in_the_same_line_is_set_aside(client, address, link):
    suggest(client, link)
    settle(client, address)
    pack = Pack.objects.get()
    first = pack.versions.get(number=1).description
    mine = with_words(msgspec.structs.replace(first, company="Acme Two"), LINE, "My words.")
    saved = save_version(pack, mine, base=1, merge=merge_changes)
    assert saved.beside == 1
    assert saved.description == mine
    assert say() == "Better words."


def test_a_save_that_meets_somebody_elses_save_is_set_aside_as_before(client, address, link):
    suggest(client, link)
    settle(client, address)
    save_as_script(client, address, 1, company="Acme Two")
    assert save_as_script(client, address, 1, company="Acme Three").status_code == 409
    assert Pack.objects.get().current().description.company == "Acme Two"


def list_lines():
    return [(line.section, line.text) for line in Pack.objects.get().current().description.lines if line.keep]


def test_a_suggested_line_goes_below_the_one_it_was_made_on(client, address, link):
    section, before = list_lines()[0]
    assert suggest(client, link, kind="add", words="One more line.").status_code == 303
    assert "A new line" in words(client.get(link))
    assert "A new line" in words(client.get(f"{address}suggestions/"))
    assert len({line.text for line in Pack.objects.get().current().description.lines} & {"One more line."}) == 0
    settle(client, address)
    assert list_lines()[:2] == [(section, before), (section, "One more line.")]
    assert Version.objects.get(number=2).credited_to == "Ada"


def test_a_line_that_somebody_suggests_to_take_out_is_left_out_and_stays_to_be_taken_in_again(client, address, link):
    first = list_lines()[0]
    assert suggest(client, link, kind="drop", words=first[1]).status_code == 303
    assert "Take it out" in words(client.get(f"{address}suggestions/"))
    settle(client, address)
    assert first not in list_lines()
    line = next(line for line in Pack.objects.get().current().description.lines if line.id == "t0")
    assert (line.text, line.keep) == (first[1], False)


def test_a_line_that_was_edited_meanwhile_is_not_taken_out_unseen(client, address, link):
    suggest(client, link, kind="drop")
    pack = Pack.objects.get()
    save_version(pack, with_words(pack.current().description, LINE, "My words."), base=1)
    assert settle(client, address, version=1).status_code == 409
    assert say() == "My words."


@pytest.mark.parametrize(
    ("on", "data", "field"),
    [
        (LINE, {"kind": "add", "words": ""}, "words"),
        (LINE, {"kind": "other"}, "kind"),
        (LINE, {"words": "", "comment": ""}, "comment"),
    ],
)
def test_a_suggestion_that_says_nothing_is_refused(client, link, on, data, field):
    answer = suggest(client, link, on=on, **data)
    assert answer.status_code == 422
    [form] = [entry.form for entry in answer.context["entries"] if entry.form]
    assert [*form.errors] == [field]
    assert not Suggestion.objects.exists()


def test_a_title_is_neither_taken_out_nor_followed(client, link):
    suggest(client, link, on="title", kind="drop", words="Cook")
    assert (Suggestion.objects.get().kind, Suggestion.objects.get().words) == ("words", "Cook")


def test_a_text_that_is_full_takes_no_more_lines(client, address, link):
    suggest(client, link, kind="add", words="One more line.")
    pack = Pack.objects.get()
    description = pack.current().description
    lines = (msgspec.structs.replace(description.lines[0], id=f"a{at}") for at in range(MOST_LINES - 1))
    save_version(pack, msgspec.structs.replace(description, lines=(description.lines[0], *lines)), base=1)
    answer = settle(client, address, version=2)
    assert answer.status_code == 409
    assert "as many lines as it can" in words(answer)


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        (LINE, "\u2022 Better words.", "Better words."),
        ("benefits", "\u2022 Tea\r\n2. Cake", "Tea\nCake"),
        ("how_to_apply", "Send:\r\n1. A letter\r\n2. Names", "Send:\n- A letter\n- Names"),
    ],
)
def test_the_marks_of_a_suggested_list_are_no_words(key, typed, kept):
    assert tidy_words(key, typed) == kept
