"""The page of what readers use: roles by period, answers by how they helped, and searches that led nowhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from roles.admin.board.use import read_use
from roles.models.count import Count
from roles.models.search_count import SearchCount
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return a_published_kit()


def count(what, slug, part="", *, ago=0, times=1):
    Count.objects.create(what=what, slug=slug, part=part, day=timezone.localdate() - timedelta(days=ago), times=times)


def test_a_period_is_set_beside_the_one_before(edition):
    count("read", edition.slug, times=1234)
    count("read", edition.slug, ago=10, times=7)
    [role] = read_use(7).roles
    assert (role.title, role.read, role.before) == (edition.title, 1234, 7)


def test_a_role_that_nobody_read_is_listed(edition):
    assert [(role.slug, role.read) for role in read_use(30).roles] == [(edition.slug, 0)]


def test_parts_are_summed_by_their_kind(edition):
    first, second = (faq.slug for faq in edition.kit.faqs[:2])
    count("read", edition.slug, "questions", times=4)
    count("read", edition.slug, f"answers/{first}", times=5)
    count("read", edition.slug, f"answers/{second}", times=6)
    count("helped", edition.slug, f"answers/{second}", times=2)
    [role] = read_use(30).roles
    assert (role.read, role.questions, role.answers, role.helped, role.not_helped) == (0, 4, 11, 2, 0)


def test_saved_job_descriptions_count_for_their_role(edition):
    count("downloaded", edition.slug, times=2)
    count("downloaded", edition.slug, "packs", times=3)
    count("saved", edition.slug, times=4)
    count("saved", edition.slug, "packs", times=5)
    [role] = read_use(30).roles
    assert (role.downloaded, role.saved, role.saved_again) == (5, 4, 5)


def test_the_answer_that_helped_least_comes_first(edition):
    first, second = edition.kit.faqs[:2]
    count("read", edition.slug, f"answers/{first.slug}", times=50)
    count("not-helped", edition.slug, f"answers/{second.slug}", times=3)
    assert [answer.question for answer in read_use(30).answers] == [second.question, first.question]


def test_weeks_are_drawn_from_the_oldest_to_this_one(edition):
    count("read", edition.slug, times=4)
    count("read", edition.slug, ago=8, times=2)
    [role] = read_use(30).roles
    assert [week.times for week in role.weeks][-3:] == [0, 2, 4]
    assert [week.height for week in role.weeks][-3:] == [0, 10, 20]


def test_a_search_that_found_nothing_names_the_nearest(edition):
    SearchCount.objects.create(words="technicalproductmanager", day=timezone.localdate(), asked=2)
    [missed] = read_use(30).missed
    assert (missed.asked, missed.nearest) == (2, edition.title)


def test_the_page_shows_it(edition, admin_client):
    count("read", edition.slug, times=1234)
    html = admin_client.get("/admin/roles/role/use/?days=90").content.decode()
    assert '<a href="?days=90" aria-current="page">' in html
    assert "<td>1234</td>" in html


def test_it_is_for_staff_alone(client, edition):
    assert client.get("/admin/roles/role/use/").status_code == 302


@pytest.mark.slow
def test_it_costs_the_same_with_many_roles(edition, django_assert_max_num_queries):
    for number in range(10):
        a_published_kit(slug=f"role-{number}", title=f"Role {number}", related=[], comparisons=[])
        count("read", f"role-{number}")
    with django_assert_max_num_queries(10):
        read_use(30)
