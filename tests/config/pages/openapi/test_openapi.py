"""The interface for programs answers as its OpenAPI description says."""

import re
from functools import partial

import pytest
import schemathesis
from django.core.management import call_command
from django.urls import get_resolver
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi import checks

from config.pages.openapi.document import OPERATIONS
from tests.factories import a_published_kit, store_shipped_occupations

pytestmark = pytest.mark.django_db
CHECKS = [
    not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]
# Schemathesis leaves out the address that it reads the description from.
NAMES = {operation.name for operation in OPERATIONS} - {"describeInterface"}
# Data that only our own pages ask for: the picture of a page, and the address of one that somebody shares.
MACHINES = re.compile(r"\.(json|ya?ml|csv|xml)$|^api/")
NOT_SENT = {"HTTP_HOST", "HTTP_ACCEPT_ENCODING"}  # the test's own host; nothing unpacks what is compressed
OTHERS = {"sitemap.xml"}


@pytest.fixture(scope="module")
def shipped(module_db):
    """Figures, occupations and a role."""
    call_command("load_figures", verbosity=0)
    store_shipped_occupations()
    a_published_kit()


@pytest.fixture
def described(shipped, client):
    """The operations of the description by name, over the site's own answers."""
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", partial(answer_wsgi, client))
    operations = [result.ok() for result in schema.get_all_operations()]
    return {operation.definition.raw["operationId"]: operation for operation in operations}


def answer_wsgi(client, environ, start_response):
    """Answer as the test's own site does, inside of the transaction of the test."""
    headers = {name: value for name, value in environ.items() if name.startswith("HTTP_") and name not in NOT_SENT}
    answer = client.generic(
        environ["REQUEST_METHOD"], environ["PATH_INFO"], QUERY_STRING=environ.get("QUERY_STRING", ""), **headers
    )
    start_response(f"{answer.status_code} {answer.reason_phrase}", [*answer.headers.items()])
    return [answer.content]


@pytest.mark.slow
def test_the_example_of_each_operation_is_answered_as_described(described):
    for operation in described.values():
        case = operation.Case(**list_examples(operation))
        answer = case.call()
        assert answer.status_code == 200, case.path
        case.validate_response(answer, checks=CHECKS)
    assert {*described} == NAMES


@pytest.mark.slow
def test_whatever_is_asked_is_answered_as_described(described):
    for operation in described.values():
        ask_at_random(operation, examples=2)


@pytest.mark.slow
def test_much_else_that_is_asked_is_answered_as_described(described):
    for operation in described.values():
        ask_at_random(operation, examples=100)


def test_the_description_is_open_to_scripts_of_any_site(client):
    answer = client.get("/api/openapi.json")
    assert answer.json()["openapi"] == "3.1.0"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies


def test_both_formats_of_pay_are_as_described(described):
    case = described["listSalaries"].Case(query={"format": "csv"})
    case.call_and_validate(checks=CHECKS)


def list_examples(operation):
    """The examples of an operation's parameters, as a case takes them."""
    parameters = operation.definition.raw["parameters"]
    values = {place: {p["name"]: p["example"] for p in parameters if p["in"] == place} for place in ("path", "query")}
    return {"path_parameters": values["path"], "query": values["query"]}


def ask_at_random(operation, *, examples):
    """Ask for what the description allows, and compare each answer with it."""

    @given(case=operation.as_strategy())
    @settings(max_examples=examples, deadline=None, suppress_health_check=[*HealthCheck])
    def check(case):
        case.call_and_validate(checks=CHECKS)

    check()


def test_every_address_of_data_is_described():
    written = {re.sub(r"[<{](?:\w+:)?(\w+)[>}]", r"{\1}", str(path)) for path in list_paths(get_resolver())}
    data = {path for path in written if MACHINES.search(path)} - OTHERS - {"api/"}
    assert data <= {operation.path[1:] for operation in OPERATIONS}
    assert len(data) > 10


def list_paths(resolver):
    for pattern in resolver.url_patterns:
        if hasattr(pattern, "url_patterns"):
            if str(pattern.pattern) == "":
                yield from list_paths(pattern)
        else:
            yield pattern.pattern
