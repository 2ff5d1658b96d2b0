"""A posted form is read as Django reads it."""

from io import BytesIO

import pytest
from django.core.exceptions import TooManyFieldsSent
from django.http import HttpResponse, QueryDict
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from web.middleware import PostedFields, read_fields

FORM = "application/x-www-form-urlencoded"


def read(request):
    read_fields(lambda asked: HttpResponse())(request)
    return request


@given(st.text(alphabet="ab=&;+%C3A9é\udce9 \x00", max_size=40).map(lambda text: text.encode(errors="surrogateescape")))
def test_any_body_gives_the_same_fields(body: bytes):
    fields, djangos = PostedFields(body), QueryDict(body, encoding="utf-8")
    assert [*fields.lists()] == [*djangos.lists()]
    assert fields.urlencode() == djangos.urlencode()


def test_a_form_has_its_fields_and_a_repeated_one_all_of_its_values():
    request = read(RequestFactory().post("/", "a=1&b=&a=2", content_type=FORM))
    assert isinstance(request.POST, PostedFields)
    assert (request.POST.getlist("a"), request.POST["b"]) == (["1", "2"], "")


def test_it_is_not_read_again_for_files():
    request = read(RequestFactory().post("/", "a=1", content_type=FORM))
    fields = request.POST
    assert not request.FILES
    assert request.POST is fields


def test_the_fields_are_changed_in_a_copy_alone():
    fields = PostedFields(b"a=1")
    copied = fields.copy()
    copied.appendlist("a", "2")
    with pytest.raises(AttributeError):
        fields.appendlist("a", "2")
    assert (copied.getlist("a"), fields.getlist("a")) == (["1", "2"], ["1"])


@pytest.mark.parametrize("kind", ["multipart/form-data; boundary=x", "application/json", f"{FORM}; charset=latin-1"])
def test_what_is_no_such_form_is_left_to_django(kind):
    request = read(RequestFactory().post("/", b"a=1", content_type=kind))
    assert not hasattr(request, "_post")


def test_too_many_fields_are_refused(settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2
    with pytest.raises(TooManyFieldsSent):
        read(RequestFactory().post("/", "a=1&b=2&c=3", content_type=FORM))


def test_a_form_that_breaks_off_reaches_no_page():
    class Broken(BytesIO):
        def read(self, size=-1):
            raise OSError

    request = RequestFactory().post("/", content_type=FORM)
    request._stream = Broken()
    assert read_fields(lambda asked: HttpResponse())(request).status_code == 400
