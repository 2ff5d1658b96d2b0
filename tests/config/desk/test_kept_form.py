"""What is typed in the desk outlives the sign-in: the form is kept, its writer signs in, and the save goes on."""

import pytest
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.test import Client, RequestFactory

from config.desk.kept_form import KeptForm
from config.pages.refused import show_bad_request
from roles.models.working_copy import Role
from tests.desk import a_member, own_data, signed_in, untouched
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
SIGN_IN = {"username": "ada", "password": "correct horse"}


@pytest.fixture
def page():
    return f"/admin/roles/role/{a_published_kit().role.pk}/change/overview/"


@pytest.fixture
def ada():
    return signed_in("Author", "ada")


def test_a_save_without_a_sign_in_is_kept_and_goes_on_after_it(ada, page):
    typed = own_data(ada.get(page)) | {"overview": "Typed for an hour.\nAnd more.", "_continue": "Save"}
    ada.logout()
    answer = ada.post(page, typed)
    assert answer.status_code == 401
    assert Role.objects.get().overview != typed["overview"]
    again = ada.post("/admin/sign-in-again/", untouched(answer) | SIGN_IN)
    sent = untouched(again)
    assert f'action="{page}"' in again.content.decode()
    answer = ada.post(page, sent)
    assert answer.headers["Location"] == page
    assert Role.objects.get().overview == "Typed for an hour.\nAnd more."


def test_a_wrong_password_loses_nothing(ada, page):
    typed = own_data(ada.get(page)) | {"overview": "Typed for an hour."}
    ada.logout()
    wrong = ada.post("/admin/sign-in-again/", untouched(ada.post(page, typed)) | SIGN_IN | {"password": "wrong"})
    assert wrong.status_code == 401
    assert "Please enter the correct" in wrong.content.decode()
    again = ada.post("/admin/sign-in-again/", untouched(wrong) | SIGN_IN)
    assert untouched(again)["overview"] == ["Typed for an hour."]


def test_no_password_is_kept(client):
    client.post("/admin/auth/user/add/", {"username": "eve", "password1": "secret", "password2": "secret"})
    page = client.post("/admin/auth/user/add/", {"username": "eve", "password1": "secret"})
    kept = KeptForm.read(untouched(page)["kept"][0])
    assert dict(kept.fields) == {"username": "eve"}


@pytest.mark.parametrize("kept", ["", "forged", "x:y:z"])
def test_a_form_that_the_site_did_not_keep_is_not_sent(client, kept):
    a_member("Author", "ada")
    assert client.post("/admin/sign-in-again/", SIGN_IN | {"kept": kept}).status_code == 400
    assert "_auth_user_id" not in client.session


def test_whoever_has_no_right_is_refused_as_before(ada):
    assert ada.post("/admin/roles/author/add/", {}).status_code == 403


def stale(page, **headers):
    """Post a desk's form with the token of an older sign-in."""
    browser = Client(enforce_csrf_checks=True)
    return browser.post(page, {"csrfmiddlewaretoken": "a" * 64, "overview": "Typed <b>."}, headers=headers)


def test_a_form_of_the_desk_with_an_old_token_is_shown_again_with_every_word(page):
    answer = stale(page, **{"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 403
    assert untouched(answer)["overview"] == ["Typed <b>."]
    assert "send-again.js" not in answer.content.decode(), "nothing is sent again that nobody pressed"


@pytest.mark.parametrize("site", ["cross-site", "same-site", ""])
def test_what_another_site_sends_is_not_offered_again(page, site):
    answer = stale(page, **{"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert "Typed" not in answer.content.decode()
    assert "this browser keeps it" in answer.content.decode()


def test_a_form_of_too_many_fields_is_answered_with_the_reason(client, settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    answer = client.post("/admin/login/", {"a": 1, "b": 2, "c": 3})
    assert answer.status_code == 413
    assert "up to 2 fields" in answer.content.decode()


@pytest.mark.parametrize("error", [TooManyFieldsSent(), RequestDataTooBig()])
def test_what_is_too_large_has_a_page_of_its_own(error):
    assert show_bad_request(RequestFactory().get("/"), error).status_code == 413


def test_any_other_bad_request_stays_one():
    assert show_bad_request(RequestFactory().get("/"), ValueError()).status_code == 400
