"""Who gets in where: every address of the admin, for each group, for staff of no group and for a stranger."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from company.models import SiteCompany
from company.profile import CompanyProfile
from company.store import create_profile, find_profile
from compensation.models.history import PayImport
from compensation.models.pay_law import PayLawRule
from compensation.models.records import TitleMatch
from compensation.pay_law.table import add_missing, shipped_rules
from config.admin_site import APPS
from config.groups import GROUP_PERMISSIONS
from interviews.models import BankCompetency
from packs.description.starting import start_description
from packs.store.saving import store_pack
from roles.models.edition import Edition
from roles.models.old_address import OldAddress
from roles.publishing.rows import save_kit
from roles.skills.storing import store_skills
from roles.skills.value import read_shipped_skills
from tests.desk import a_member, signed_in, untouched
from tests.factories import a_kit, a_published_kit, a_shared_skill, an_administrator
from tests.occupations.samples import an_occupation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editors_see_openings(settings):
    settings.EDITORS_SEE_OPENINGS = True


ALL = {"Author", "Editor", "Publisher", "Administrator"}
EDITORS = ALL - {"Author"}
PUBLISHERS = EDITORS - {"Editor"}
ADMINISTRATORS = PUBLISHERS - {"Publisher"}
NOBODY: set[str] = set()

# Who may see, add, change and delete. Seeing is the list, the history and the page of one.
MODELS = {
    "roles_role": (ALL, NOBODY, ADMINISTRATORS),  # adding one leads to new-role
    "roles_source": (ALL, EDITORS, ADMINISTRATORS),
    "roles_author": (ALL, EDITORS, ADMINISTRATORS),
    "roles_vocabularyskill": (ALL, EDITORS, EDITORS),
    "roles_oldaddress": (EDITORS, EDITORS, EDITORS),
    "interviews_competency": (ALL, ALL, ALL),
    "interviews_question": (ALL, NOBODY, ALL),  # one is added on its competency's page
    "interviews_bankcompetency": (ALL, EDITORS, EDITORS),
    "compensation_benchmark": (ALL, ALL, ALL),
    "compensation_paylawrule": (ALL, EDITORS, ADMINISTRATORS),
    "compensation_titlematch": (ALL, EDITORS, EDITORS),
    "compensation_payimport": (EDITORS, NOBODY, NOBODY),
    "occupations_occupation": (ALL, NOBODY, NOBODY),
    "company_sitecompany": (PUBLISHERS, ADMINISTRATORS, ADMINISTRATORS),
    "packs_pack": (EDITORS, NOBODY, NOBODY),  # where the site lets them
    "admin_logentry": (ADMINISTRATORS, NOBODY, NOBODY),
    "auth_user": (ADMINISTRATORS, ADMINISTRATORS, ADMINISTRATORS),
    "auth_group": (ADMINISTRATORS, NOBODY, NOBODY),
    "otp_totp_totpdevice": (ADMINISTRATORS, NOBODY, ADMINISTRATORS),
    "axes_accessattempt": (ADMINISTRATORS, NOBODY, ADMINISTRATORS),
    "axes_accesslog": (NOBODY, NOBODY, NOBODY),
    "axes_accessfailurelog": (NOBODY, NOBODY, NOBODY),
}
PAGES = {
    **{
        f"roles_role_{name}": ALL
        for name in ("board", "use", "upload", "preview", "compare", "reviewed", "editions", "review")
    },
    **{f"roles_role_{name}": ALL for name in ("edition", "restore", "export", "bank")},
    **{f"roles_role_{name}": ALL for name in ("part", "search_texts", "replace")},
    **{
        f"roles_role_{name}": PUBLISHERS for name in ("publish", "publish_several", "unschedule", "expire", "unpublish")
    },
    "roles_role_unpublish_several": PUBLISHERS,
    "new-role": ALL,
    "company_sitecompany_file": PUBLISHERS,
    "company_sitecompany_import": ADMINISTRATORS,
    "roles_role_deleted": ADMINISTRATORS,
    "compensation_benchmark_import": ALL,
    "compensation_benchmark_export": ALL,
    "compensation_paylawrule_import": EDITORS,
    "compensation_paylawrule_export": ALL,
    "compensation_titlematch_import": EDITORS,
    "compensation_titlematch_export": ALL,
    "compensation_titlematch_unmatched": EDITORS,
    "compensation_payimport_import": EDITORS,
    "compensation_payimport_take_back_one": EDITORS,
    "auth_user_password_change": ADMINISTRATORS,
}
# Open to all staff, as they show only what is theirs; their answers to a plain GET.
OPEN = {
    "index": 200,
    "second-factor": 200,
    "second-factor-code": 200,
    "password_change": 200,
    "password_change_done": 200,
    "jsi18n": 200,
    "login": 302,
}
# Need more than an address: a POST, a query, a device; what a plain GET gets is no matter of groups.
APART = {
    "logout",
    "sign-in-again",
    "autocomplete",
    "view_on_site",
    "app_list",
    "otp_totp_totpdevice_config",
    "otp_totp_totpdevice_qrcode",
}
POSTED = {
    "start-kit": ALL,
    **{f"roles_role_{name}": ALL for name in ("part_typed", "split_pasted", "take_back")},
    **{f"interviews_{name}_typed": ALL for name in ("competency", "question")},
    "compensation_benchmark_process_import": ALL,
    "compensation_paylawrule_process_import": EDITORS,
    "compensation_titlematch_process_import": EDITORS,
}


def names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif pattern.name:
            yield str(pattern.name)


def every_name() -> set[str]:
    admin = next(one for one in get_resolver().url_patterns if getattr(one, "app_name", "") == "admin")
    return {*names(admin.url_patterns)}  # type: ignore[union-attr]


def who_may() -> dict[str, set[str]]:
    """Every address with the groups that get in."""
    table = dict(PAGES)
    for model, (see, change, delete) in MODELS.items():
        table |= {f"{model}_{name}": see for name in ("changelist", "history", "change")}
        table |= {f"{model}_add": change, f"{model}_delete": delete}
    return table


@pytest.fixture
def keys():
    """A row of each model, by the start of its addresses' names."""
    store_skills(read_shipped_skills())
    role = a_published_kit().role
    save_kit(a_kit(title="A draft"))
    add_missing(shipped_rules()[:1])
    other = User.objects.create_user("other", is_staff=True)
    entry = LogEntry.objects.log_actions(other.pk, [role], 2, "Looked", single_object=True)
    device = TOTPDevice.objects.create(user=other, name="App")
    return {
        "roles_role": role.pk,
        "roles_source": role.figures_source_id,
        "roles_author": role.author_id,
        "roles_vocabularyskill": a_shared_skill(slug="own").pk,
        "roles_oldaddress": OldAddress.objects.create(old_path="/old/", new_path="/roles/").pk,
        "interviews_competency": role.competencies.first().pk,
        "interviews_question": role.competencies.first().questions.first().pk,
        "interviews_bankcompetency": BankCompetency.objects.create(slug="own", name="Own", definition="Ours.").pk,
        "compensation_benchmark": role.benchmarks.first().pk,
        "compensation_paylawrule": PayLawRule.objects.get().pk,
        "compensation_payimport": PayImport.objects.create(files=["lca.csv"]).pk,
        "compensation_titlematch": TitleMatch.objects.create(role="r", title="T").pk,
        "occupations_occupation": an_occupation().pk,
        "company_sitecompany": SiteCompany.objects.create(profile=find_profile(create_profile(CompanyProfile()))).pk,
        "packs_pack": store_pack(start_description(a_kit(), 1)).pk,
        "start-kit": "51-3011",
        "admin_logentry": (entry or LogEntry.objects.get()).pk,
        "auth_user": other.pk,
        "auth_group": Group.objects.first().pk,
        "otp_totp_totpdevice": device.pk,
    }


def address(name: str, keys: dict[str, object]) -> str:
    alone = ("changelist", "_add", "_board", "_upload", "_import", "_several", "_unmatched", "_use", "_deleted")
    if (
        name.endswith((*alone, "_sitecompany_file", "_texts", "_replace", "_pasted"))
        or name in OPEN
        or name == "new-role"
    ):
        return reverse(f"admin:{name}")
    if name.startswith("roles_role_part"):
        return reverse(f"admin:{name}", args=[keys["roles_role"], "skills"])
    if name.endswith("_export") and "role" not in name.split("_")[:2]:
        return reverse(f"admin:{name}")
    key = keys.get("_".join(name.split("_")[:2]), keys.get("_".join(name.split("_")[:3]), 1))
    return reverse(f"admin:{name}", args=[key, 1] if name in {"roles_role_edition", "roles_role_restore"} else [key])


def answers(client: Client, keys: dict[str, object]) -> dict[str, int]:
    return {name: client.get(address(name, keys)).status_code for name in who_may()}


def test_the_table_names_every_address():
    assert who_may().keys() | OPEN.keys() | APART | POSTED.keys() == every_name()


@pytest.mark.slow
@pytest.mark.parametrize("group", [*sorted(ALL), None])
def test_a_group_gets_in_where_it_may_and_nowhere_else(group, keys):
    client = signed_in(group, "visitor")
    unlogged = {
        "axes_accessattempt_change",
        "axes_accessattempt_history",
        "axes_accessattempt_delete",
    }  # no row to show
    given = answers(client, keys)
    in_ = {name for name, status in given.items() if status == 200} - unlogged
    assert in_ == {name for name, groups in who_may().items() if group in groups} - unlogged
    assert {given[name] for name in given if name not in in_ | unlogged} <= {403, 302, 404}
    assert {name: client.get(address(name, keys)).status_code for name in OPEN} == OPEN
    for name, groups in POSTED.items():
        assert (client.post(address(name, keys)).status_code == 403) == (group not in groups)


@pytest.mark.slow
def test_a_stranger_is_sent_to_sign_in_everywhere(keys):
    client = Client()
    for name in {*who_may(), *OPEN} - {"login"}:
        answer = client.get(address(name, keys))
        assert answer.status_code == 302, name
        assert answer.headers["Location"].startswith("/admin/login/"), name
        assert client.post(address(name, keys)).status_code == 401, name


@pytest.mark.parametrize("name", ["publish", "publish_several", "unpublish", "unschedule"])
@pytest.mark.parametrize("group", ["Author", "Editor"])
def test_only_publishers_change_what_readers_see(group, name, keys):
    answer = signed_in(group).post(address(f"roles_role_{name}", keys), {"note": "Mine", "accept": "on"})
    assert answer.status_code == 403
    assert Edition.objects.live().get().number == 1


def test_each_group_may_what_the_one_before_it_may():
    held = [
        {*Group.objects.get(name=name).permissions.values_list("codename", flat=True)} for name in GROUP_PERMISSIONS
    ]
    assert all(fewer < more for fewer, more in pairwise(held))
    assert all(held)


def test_an_administrator_can_make_no_superuser_and_touch_none():
    ada = a_member("Administrator", "ada")
    client = Client()
    client.force_login(ada, backend="django.contrib.auth.backends.ModelBackend")
    client.post(f"/admin/auth/user/{ada.pk}/change/", {"username": "ada", "is_superuser": "on", "is_staff": "on"})
    ada.refresh_from_db()
    assert not ada.is_superuser
    root = User.objects.create_superuser("root", password="first")
    assert client.post(f"/admin/auth/user/{root.pk}/password/", {"password1": "x"}).status_code == 403
    assert client.post(f"/admin/auth/user/{root.pk}/delete/", {"post": "yes"}).status_code == 403


@pytest.mark.slow
def test_what_is_published_and_restored_stands_in_the_audit_log(keys):
    client = signed_in("Publisher", "pia")
    for name, fields in (("publish", {"note": "A draft, live", "accept": "on"}), ("restore", {})):
        page = address(f"roles_role_{name}", keys)
        client.post(page, untouched(client.get(page)) | fields)
    client.post(address("roles_role_unpublish", keys))
    entries = LogEntry.objects.filter(user__username="pia").order_by("pk")
    assert [entry.change_message for entry in entries] == [
        "Published edition 2: A draft, live",
        "Put edition 1 into the working copy.",
        "Unpublished.",
    ]


def test_the_desk_lists_what_editors_write_first(client):
    client.force_login(an_administrator())
    apps = client.get("/admin/").context["app_list"]
    assert [app["name"] for app in apps][:3] == ["Roles", "Interviews", "Pay"]
    assert {app["app_label"] for app in apps} == set(APPS)


@pytest.mark.parametrize("how", ["one", "several"])
def test_an_administrator_can_not_take_away_a_superusers_second_factor(how):
    client = signed_in("Administrator")
    superuser = User.objects.create_superuser("root", is_staff=True)
    device = TOTPDevice.objects.create(user=superuser, name="App")
    if how == "one":
        client.post(reverse("admin:otp_totp_totpdevice_delete", args=[device.pk]), {"post": "yes"})
    else:
        selected = {"action": "delete_selected", "_selected_action": [device.pk], "post": "yes"}
        client.post(reverse("admin:otp_totp_totpdevice_changelist"), selected)
    assert TOTPDevice.objects.get() == device
    page = client.get(reverse("admin:otp_totp_totpdevice_changelist")).content.decode()
    assert "root" not in page


def test_a_superuser_can_take_away_another_ones_second_factor(admin_client):
    device = TOTPDevice.objects.create(user=User.objects.create_superuser("root", is_staff=True), name="App")
    admin_client.post(reverse("admin:otp_totp_totpdevice_delete", args=[device.pk]), {"post": "yes"})
    assert not TOTPDevice.objects.exists()
