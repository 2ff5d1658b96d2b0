"""What a job description starts with from its company's profile, what is locked, and what a changed profile offers."""

from html import unescape

import msgspec
import pytest

from company.branding import BLOCKS, Branding
from company.profile import CompanyBenefit, CompanyProfile, PayBand
from company.store import create_profile, find_profile, save_profile, save_site_company
from packs.description.company import FIELDS_OF_BLOCKS, fill_from_company
from packs.description.starting import start_description
from packs.forms.job_description import FIELDS_OF_FACTS, JobDescriptionForm
from packs.models import Pack
from packs.posting.facts import OfferedPlace, Workplace
from roles.kit.choices import PaperSize, PayKind
from tests.company.samples import ACME
from tests.factories import a_kit, a_published_kit
from tests.packs.browsing import posted, untouched
from tests.packs.pages.test_interview_kit import posted as posted_plan

pytestmark = pytest.mark.django_db
ROLE = "/roles/technical-product-manager/"
JOB = f"{ROLE}job-description/"
SAME_SITE = {"sec-fetch-site": "same-origin"}
LOCKED_WORDS = "Health insurance: for the whole family\nA boat"


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


@pytest.fixture
def token():
    return create_profile(ACME)


def post(client, path, data):
    return client.post(path, data, headers=SAME_SITE)


def saved_from(client, path, data):
    """The pack that a save makes, and its address."""
    answer = post(client, path, data | {"do": "save"})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return Pack.objects.latest("created_at"), answer.url


def started(profile=ACME, level=""):
    kit = a_kit()
    company = save_site_company(profile, Branding()).profile.current().in_use()
    start = msgspec.structs.replace(start_description(kit, 1), level=level)
    return fill_from_company(start, company, kit)


def test_every_block_reaches_its_fields():
    made = started()
    assert made.company == "Acme Charts"
    assert made.about_company.startswith("Acme maps the sea floor for ports")
    assert "- We say what we don’t know." in made.about_company
    assert made.places == (OfferedPlace(city="Denver", region="Colorado", country="United States"),)
    assert (made.workplace, made.paper) == (Workplace.HYBRID, PaperSize.LETTER)
    assert made.benefits == LOCKED_WORDS
    assert made.equal_opportunity.count("\n") == 2
    assert (made.how_to_apply, made.apply_to) == (ACME.how_to_apply, ACME.apply_to)
    assert (made.employees, made.home) == (120, ACME.home)
    assert (made.pay.bonus, made.pay.equity) == (ACME.bonus, ACME.equity)
    assert "We meet on Tuesdays." in made.other


def test_the_companys_own_band_goes_before_the_kits_figures():
    made = started(level="Senior")
    assert (made.pay.low, made.pay.high, made.pay.kind) == (150_000, 180_000, PayKind.BASE)
    assert made.pay.equity == "more options"


def test_figures_of_another_currency_are_left_out():
    made = started(CompanyProfile(currency="EUR"))
    assert (made.pay.low, made.pay.currency) == (None, "EUR")


def test_a_company_without_words_changes_nothing():
    assert started(CompanyProfile()) == start_description(a_kit(), 1)


def test_every_block_that_can_be_locked_fills_a_field_of_the_form():
    locked = {name for block in BLOCKS for name in FIELDS_OF_BLOCKS[block]}
    assert locked == set(FIELDS_OF_FACTS) | {"other_pay"}


def test_the_own_levels_of_a_company_can_be_chosen(client):
    company = save_site_company(ACME, Branding()).profile.current().in_use()
    form = JobDescriptionForm(a_kit(), started(), company=company)
    names = [name for name, __ in form.details.fields["level"].choices]
    assert names[1:3] == ["Senior", "L7"]
    data = posted(form, level="L7") | {"do": "level"}
    html = post(client, JOB, data).content.decode()
    assert "300,000" in html


def test_the_interview_kit_names_the_company(client):
    save_site_company(ACME, Branding())
    html = client.get(f"{ROLE}interview-kit/").content.decode()
    assert "Acme Charts" in html


def test_a_press_puts_a_private_profile_into_the_interview_kit(client, token):
    data = posted_plan(profile=token, do="company")
    answer = post(client, f"{ROLE}interview-kit/", data)
    assert "Started from the Acme Charts profile" in answer.content.decode()
    assert answer.context["plan"].paper is PaperSize.LETTER
    saved_from(client, f"{ROLE}interview-kit/", data)
    assert Pack.objects.get().current().description.company == "Acme Charts"


def test_a_text_that_was_brought_gets_what_it_does_not_say(client):
    save_site_company(ACME, Branding())
    text = "Baker\n\nAbout us\nWe bake.\n\nYour tasks\n- Bake bread.\n"
    carried = dict(client.post("/review/", {"text": text}).context["result"].carried)
    assert carried["apply_to"] == "jobs@acme.example"
    assert carried["about_company"].endswith("We bake.")


def test_a_press_fills_what_is_empty_from_a_private_profile(client, token):
    data = posted(company="My own words") | {"profile": token, "do": "company"}
    html = unescape(post(client, JOB, data).content.decode())
    assert 'value="My own words"' in html
    assert "Acme maps the sea floor for ports" in html
    assert f'value="{token}"' in html


def test_a_pack_remembers_the_profile_that_it_started_from(client, token):
    pack, __ = saved_from(client, JOB, posted() | {"profile": token})
    assert (pack.company_id, pack.company_number) == (find_profile(token).pk, 1)


def test_a_token_that_opens_nothing_starts_from_nothing(client):
    pack, __ = saved_from(client, JOB, posted() | {"profile": "made-up"})
    assert pack.company_id is None


def test_words_that_the_company_avoids_are_findings_with_a_press(client):
    save_site_company(ACME, Branding())
    data = posted(**{"line-0-text": "You serve Clients."})
    html = unescape(post(client, JOB, data).content.decode())
    assert "The company doesn’t write “Clients.”" in html
    assert "Write “Customers”" in html
    key = html.split('value="fix:house-words')[1].split('"')[0]
    after = unescape(post(client, JOB, data | {"do": f"fix:house-words{key}"}).content.decode())
    assert "You serve Customers." in after


def test_a_locked_block_is_seen_and_a_forged_form_does_not_change_it(client):
    save_site_company(ACME, Branding(locked=("benefits", "company", "pay")))
    html = client.get(JOB).content.decode()
    assert "Your company has locked this field." in html
    forged = posted(benefits="Nothing", company="Somebody else", pay_bonus="A yacht") | {"benefit": "Flexible hours"}
    pack, address = saved_from(client, JOB, forged)
    for __ in range(2):
        said = pack.current().description
        assert (said.benefits, said.company, said.pay.bonus) == (LOCKED_WORDS, "Acme Charts", ACME.bonus)
        answer = post(client, address, forged | {"version": "1", "do": "save"})
        assert answer.status_code in (200, 302, 303)


def test_a_locked_block_holds_against_an_older_version(client):
    pack, address = saved_from(client, JOB, posted(benefits="Older words"))
    post(client, address, posted(benefits="Newer words") | {"version": "1", "do": "save"})
    save_site_company(ACME, Branding(locked=("benefits",)))
    post(client, f"{address}versions/1/", {"version": "2", "take": ["benefits"]})
    assert pack.current().description.benefits == LOCKED_WORDS


def test_a_private_profile_opens_no_lock(client, token):
    save_site_company(CompanyProfile(name="The site’s"), Branding(locked=("company",)))
    pack, __ = saved_from(client, JOB, posted(company="Mine") | {"profile": token})
    assert pack.current().description.company == "The site’s"


@pytest.mark.slow
def test_a_change_is_offered_in_three_packs_and_taken_in_two(client, token):
    start = posted(untouched(description=started())) | {"profile": token}
    packs = [saved_from(client, JOB, start) for __ in range(3)]
    save_profile(
        find_profile(token),
        msgspec.structs.replace(ACME, benefits=(CompanyBenefit(name="Two boats"),), apply_to="new@acme.example"),
    )
    for __, address in packs:
        assert "See 2 changes" in client.get(address).content.decode()
    for pack, address in packs[:2]:
        page = client.get(f"{address}company/").content.decode()
        assert page.count('name="take"') == page.count(" checked>") == 2
        post(client, f"{address}company/", {"version": str(pack.current().number), "take": ["benefits", "apply_to"]})
    said = [pack.current().description for pack, __ in packs]
    assert [one.benefits for one in said] == ["Two boats", "Two boats", LOCKED_WORDS]
    assert [one.apply_to for one in said] == ["new@acme.example"] * 2 + [ACME.apply_to]
    assert "profile has changed" not in client.get(packs[0][1]).content.decode()
    assert "See 2 changes" in client.get(packs[2][1]).content.decode()


def test_words_that_somebody_wrote_by_hand_are_not_ticked(client, token):
    start = posted(untouched(description=started()), benefits="By hand") | {"profile": token}
    __, address = saved_from(client, JOB, start)
    save_profile(find_profile(token), msgspec.structs.replace(ACME, benefits=(CompanyBenefit(name="Two boats"),)))
    page = client.get(f"{address}company/").content.decode()
    assert page.count('name="take"') == 1
    assert " checked>" not in page


def test_a_change_that_is_skipped_is_not_offered_again(client, token):
    pack, address = saved_from(client, JOB, posted(untouched(description=started())) | {"profile": token})
    save_profile(find_profile(token), msgspec.structs.replace(ACME, home="Ohio, United States"))
    assert post(client, f"{address}company/", {"version": "1"}).status_code == 303
    pack.refresh_from_db()
    assert (pack.company_number, pack.current().number) == (2, 1)
    assert "profile has changed" not in client.get(address).content.decode()


def test_a_newer_band_is_offered_at_its_level(client, token):
    start = posted(untouched(description=started(level="Senior")), level="Senior") | {"profile": token}
    __, address = saved_from(client, JOB, start)
    raised = (PayBand(level="Senior", base_low=160_000, base_high=190_000, equity="more options"),)
    save_profile(find_profile(token), msgspec.structs.replace(ACME, pay_bands=raised))
    page = client.get(f"{address}company/").content.decode()
    assert "160,000" in page
    assert "checked" in page


def test_an_offer_on_an_older_page_takes_nothing(client, token):
    pack, address = saved_from(client, JOB, posted() | {"profile": token})
    save_profile(find_profile(token), CompanyProfile(name="New"))
    post(client, address, posted(title="Other") | {"version": "1", "do": "save"})
    assert post(client, f"{address}company/", {"version": "1", "take": ["company"]}).status_code == 409
    assert pack.current().description.company != "New"
