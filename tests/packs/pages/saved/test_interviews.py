"""A pack's interview plan is kept like its job description: saved, versioned, restored, told of changes, exported."""

import io
import zipfile

import msgspec
import pytest

from interviews.plan import default_plan, swap_question
from packs.description.starting import start_description
from packs.description.value import DescriptionLine
from packs.models import Pack
from packs.store.links import new_read_link
from packs.store.saving import create_pack, save_version
from roles.kit.choices import Section
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit
from tests.packs.pages.test_interview_kit import ADDRESS, posted

pytestmark = pytest.mark.django_db
PLAN = default_plan(a_kit())
SWAPPED = swap_question(PLAN, PLAN.questions[0].slug, a_kit())
START = msgspec.structs.replace(start_description(a_kit(), 1), company="Acme")


@pytest.fixture
def token():
    a_published_kit()
    return create_pack(START, PLAN)


@pytest.fixture
def pack(token):
    return Pack.objects.get()


def interviews(token):
    return f"/packs/{token}/interview-kit/"


def replaced(plan=PLAN, **changes):
    return msgspec.structs.replace(plan, **changes)


def test_the_role_page_saves_a_pack_with_its_plan(client):
    a_published_kit()
    response = client.post(ADDRESS, posted(do="save", **{"person-1": "Ada"}))
    assert response.status_code == 302
    assert response.headers["Location"].endswith("/interview-kit/")
    assert Pack.objects.get().current().plan.panel[0] == "Ada"


def test_a_saved_plan_is_a_version_and_the_text_stays(client, token, pack):
    response = client.post(interviews(token), posted(do="save", version="1", **{"person-1": "Ada"}))
    assert response.status_code == 303
    assert pack.current().number == 2
    assert pack.current().plan.panel[0] == "Ada"
    assert pack.current().description == START


def test_writing_and_planning_at_once_is_no_conflict(pack):
    save_version(pack, plan=SWAPPED, base=1)
    saved = save_version(pack, msgspec.structs.replace(START, company="Beta"), base=1)
    assert saved.beside is None
    assert (saved.plan, saved.description.company) == (SWAPPED, "Beta")


def test_two_plans_at_once_lose_nothing(client, token, pack):
    save_version(pack, plan=replaced(panel=("Ada", "Grace")), base=1)
    answer = client.post(
        interviews(token),
        posted(do="save", version="1", **{"person-1": "Linus"}),
        headers={"accept": "application/json"},
    )
    assert answer.status_code == 409
    page = client.get(answer.json()["settle"]).content.decode()
    assert "Both of you changed this" in page
    assert "Linus" in page
    client.post(answer.json()["settle"], {"version": "2", "take": ["plan:panel"]})
    assert pack.current().plan.panel[0] == "Linus"


def test_a_plan_is_compared_and_restored(client, token, pack):
    save_version(pack, plan=SWAPPED, base=1)
    page = client.get(f"/packs/{token}/versions/1/").content.decode()
    assert "Interviews" in page
    assert "Design an API" in page
    client.post(f"/packs/{token}/versions/1/", {"version": "2", "take": ["plan:stages"]})
    assert pack.current().plan == PLAN
    assert "Changed:" in client.get(f"/packs/{token}/versions/").content.decode()


def test_a_restore_can_take_a_plan_away(client, pack):
    token = create_pack(START)
    other = Pack.objects.exclude(pk=pack.pk).get()
    save_version(other, plan=replaced(PLAN, values={"team": "Core"}), base=1)
    keys = ["plan:competencies", "plan:panel", "plan:stages", "plan:values:team"]
    client.post(f"/packs/{token}/versions/1/", {"version": "2", "take": keys})
    assert other.current().plan is None


def test_part_of_a_plan_is_taken_over(client, token, pack):
    save_version(pack, plan=replaced(SWAPPED, panel=("Ada", "Grace"), values={"team": "Core", "area": "Pay"}), base=1)
    client.post(f"/packs/{token}/versions/1/", {"version": "2", "take": ["plan:panel", "plan:values:team"]})
    plan = pack.current().plan
    assert (plan.panel, plan.values, plan.stages) == (PLAN.panel, {"area": "Pay"}, SWAPPED.stages)


@pytest.mark.slow
def test_a_changed_question_is_told_and_a_gone_one_stays_planned(client, token, pack):
    kit = a_kit()
    first, *others = kit.competencies
    asked = PLAN.questions[0].slug
    left = [question for question in first.questions if question.slug != asked]
    publish_role(save_kit(a_kit(competencies=[msgspec.structs.replace(first, questions=left), *others])), note="Fewer")
    assert "The template has changed since you copied it" in client.get(interviews(token)).content.decode()
    page = client.get(f"/packs/{token}/template/").content.decode()
    assert "Interview questions that change with the template" in page
    client.post(f"/packs/{token}/template/", {"version": "1"})
    assert pack.current().description.edition == 2
    assert pack.current().plan == PLAN
    assert f"This question is no longer in the kit: {asked}" in client.get(interviews(token)).content.decode()


def test_coverage_follows_the_packs_own_lines(client, pack):
    line = DescriptionLine(id="a1", section=Section.REQUIRED, text="Breeds prize-winning alpacas.")
    token = create_pack(msgspec.structs.replace(START, lines=(line,)))
    shown = client.get(interviews(token)).context["coverage"]
    assert [row.requirement.text for row in shown.rows] == ["Breeds prize-winning alpacas."]
    assert len(shown.unasked) == len(PLAN.questions)


def test_what_fills_a_blank_of_the_text_fills_it_in_the_interviews(client, pack):
    token = create_pack(msgspec.structs.replace(START, values={"relevant feature": "billing exports"}))
    html = client.get(interviews(token)).content.decode()
    assert "billing exports" in html.partition('id="preview-paper"')[2]


@pytest.mark.slow
def test_the_whole_hiring_pack_is_the_packs_own(client, token):
    response = client.post(interviews(token), posted(pack="zip", **{"person-1": "Ada"}))
    names = zipfile.ZipFile(io.BytesIO(response.content)).namelist()
    assert any("Acme" in name for name in names)
    assert any("Scorecard Ada" in name.replace("-", " ").replace("  ", " ") or "Ada" in name for name in names)


def test_the_read_only_link_shows_no_interview(client, token, pack):
    read = new_read_link(pack, token)
    html = client.get(f"/shared/{read}/").content.decode()
    assert PLAN.questions[0].slug not in html
    assert client.get(f"/packs/{read}/interview-kit/").status_code == 404


def test_a_pack_without_a_plan_has_one_ready(client, pack):
    token = create_pack(START)
    assert client.get(interviews(token)).context["plan"].stages == PLAN.stages
