"""Benchmarks and pay rules as CSV: a dry run first, and what is exported comes in again without a change."""

import pytest
import tablib
from django.core.files.uploadedfile import SimpleUploadedFile

from compensation import shipped
from compensation.models.benchmark import Benchmark
from compensation.models.pay_law import PayLawRule, current_rules
from compensation.models.records import TitleMatch
from compensation.pay_law.table import add_missing, shipped_rules
from compensation.resources import BenchmarkResource, PayLawRuleResource, TitleMatchResource
from roles.models.working_copy import Role
from roles.publishing.rows import load_kit
from tests.desk import signed_in
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db


def exported(resource):
    return resource.export().csv


def imported(resource, csv):
    return resource.import_data(tablib.Dataset().load(csv, format="csv"), raise_errors=False)


def test_benchmarks_come_in_again_without_a_change():
    a_published_kit()
    result = imported(BenchmarkResource(), exported(BenchmarkResource()))
    assert (result.totals["skip"], result.has_errors()) == (len(a_kit().benchmarks), False)
    assert load_kit(Role.objects.get()) == a_kit()


@pytest.mark.slow
def test_rules_come_in_again_without_a_change():
    add_missing(shipped_rules())
    rules = current_rules()
    csv = exported(PayLawRuleResource())
    assert imported(PayLawRuleResource(), csv).totals["skip"] == len(rules)
    PayLawRule.objects.all().delete()
    assert imported(PayLawRuleResource(), csv).totals["new"] == len(rules)
    assert current_rules() == rules


def test_a_dry_run_shows_the_change_writes_nothing_and_breaks_no_policy():
    role = a_published_kit().role
    csv = exported(BenchmarkResource()).replace(str(a_kit().benchmarks[0].high), "999999", 1)
    client = signed_in("Author")
    version = Role.objects.get().version
    file = SimpleUploadedFile("pay.csv", csv.encode())
    page = client.post("/admin/compensation/benchmark/import/", {"format": "0", "import_file": file})
    html = page.content.decode()
    assert "→ 999999" in html
    assert "style=" not in html
    assert not Benchmark.objects.filter(high=999999).exists()
    form = page.context["confirm_form"]
    client.post("/admin/compensation/benchmark/process_import/", form.initial)
    assert Benchmark.objects.filter(high=999999).count() == 1
    role.refresh_from_db()
    assert role.version > version, "whoever has the role open is told"


def test_a_wrong_row_keeps_the_whole_file_out():
    a_published_kit()
    csv = exported(BenchmarkResource())
    lines = csv.splitlines()
    lines[2] = lines[2].replace("2026", "2025")
    wrong = "\n".join([lines[0], lines[1].replace("technical-product-manager", "no-such-role"), *lines[2:]])
    result = imported(BenchmarkResource(), wrong)
    assert result.has_validation_errors()
    assert load_kit(Role.objects.get()) == a_kit()


@pytest.mark.slow
def test_filed_titles_come_in_again_without_a_change():
    shipped.load_shipped()
    csv = exported(TitleMatchResource())
    count = TitleMatch.objects.count()
    assert imported(TitleMatchResource(), csv).totals["skip"] == count > 100


@pytest.mark.slow
def test_editors_see_filed_titles_with_their_counts(django_assert_max_num_queries):
    shipped.load_shipped()
    client = signed_in("Editor")
    with django_assert_max_num_queries(14):
        html = client.get("/admin/compensation/titlematch/?q=TECHNICAL+PRODUCT+MANAGER").content.decode()
    row = html.partition(">TECHNICAL PRODUCT MANAGER</a>")[2].partition("</tr>")[0]
    assert '<td class="field-records">26</td>' in row
    pk = TitleMatch.objects.first().pk
    answer = client.post("/admin/compensation/titlematch/", {"action": "work_out", "_selected_action": pk}, follow=True)
    assert "up to date with the titles" in answer.content.decode()
