"""The OpenAPI document: each operation of the interface, with what it asks for and what it answers."""

from collections.abc import Sequence
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.views.decorators.http import require_safe

from company.site import read_site_name
from config.pages.openapi.shapes import SHAPES
from roles.pages.api import LICENCE, open_to_all
from web.page import Page, cached_by_arguments
from web.view import absolute_url

type Described = dict[str, Any]

OPENAPI = "3.1.0"
SCHEMA_PLACE = "#/components/schemas/{name}"
SLUG_PATTERN, SOC_PATTERN = "^[-a-zA-Z0-9_]+$", r"^[0-9]{2}-[0-9]{4}(\.(?!00)[0-9]{2})?$"
JSON, YAML, CSV, ATOM = "application/json", "application/yaml", "text/csv", "application/atom+xml"
SCHEMA = "application/schema+json"


class Parameter(msgspec.Struct, frozen=True):
    """A variable part of an address: where it stands ("path" or "query"), its JSON Schema, and an example to try."""

    name: str
    description: str
    schema: Described
    example: str | int
    place: str = "path"


class Operation(msgspec.Struct, frozen=True):
    """A GET that the interface offers: its path, and the shape of the answer for each media type, "" for plain text."""

    name: str
    path: str
    summary: str
    answers: dict[str, str]
    parameters: Sequence[Parameter] = ()


ROLE = Parameter(
    "slug", "The slug of a live role.", {"type": "string", "pattern": SLUG_PATTERN}, "technical-product-manager"
)
SOC = Parameter("soc", "A SOC code, or an O*NET-SOC code.", {"type": "string", "pattern": SOC_PATTERN}, "29-1141")
WORDS = Parameter("q", "The text typed so far.", {"type": "string", "maxLength": 200}, "product", "query")
PAGE = Parameter("page", "The number of a page.", {"type": "integer", "minimum": 1}, 1, "query")
FORMAT = Parameter("format", "The format of the response.", {"enum": ["json", "csv"]}, "json", "query")
FORMATS = {JSON: "PayRows", CSV: ""}


def number_edition(name: str) -> Parameter:
    """A parameter in the path for the number of an edition, from 1 on."""
    return Parameter(name, "The number of an edition.", {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}, 1)


OPERATIONS = (
    Operation("listRoles", "/api/roles/", "The live roles, a page at a time", {JSON: "RoleList"}, [PAGE]),
    Operation("getKit", "/roles/{slug}.json", "The live kit of a role", {JSON: "Kit"}, [ROLE]),
    Operation("getKitFile", "/roles/{slug}.yaml", "The live kit of a role as a kit file", {YAML: "Kit"}, [ROLE]),
    Operation("getKitSchema", "/kit.schema.json", "The JSON Schema of a kit", {SCHEMA: "Any"}),
    Operation("listEditions", "/api/roles/{slug}/editions/", "The editions of a role", {JSON: "EditionList"}, [ROLE]),
    Operation(
        "getEdition",
        "/api/roles/{slug}/editions/{number}/",
        "One edition with its kit",
        {JSON: "EditionWhole"},
        [ROLE, number_edition("number")],
    ),
    Operation(
        "listChanges",
        "/api/roles/{slug}/changes/{before}/{after}/",
        "What differs between two editions",
        {JSON: "ChangeList"},
        [ROLE, number_edition("before"), number_edition("after")],
    ),
    Operation("listSkills", "/api/skills/", "The skills that roles share, with their levels", {JSON: "SkillList"}),
    Operation("listOccupations", "/api/occupations/", "Every occupation in brief", {JSON: "OccupationList"}),
    Operation(
        "getOccupation", "/occupations/{soc}.json", "Everything about an occupation", {JSON: "OccupationWhole"}, [SOC]
    ),
    Operation("getOccupationFigures", "/occupations/{soc}.csv", "The figures of an occupation", {CSV: ""}, [SOC]),
    Operation("getSalary", "/roles/{slug}/salary/", "What a role pays", FORMATS, [ROLE, FORMAT]),
    Operation("listSalaries", "/salaries/", "What every role pays", FORMATS, [FORMAT]),
    Operation("listFactors", "/how-we-measure-pay/", "The wage factors of areas", FORMATS, [FORMAT]),
    Operation("listPlaces", "/salaries/places.json", "The places of the wage survey, with slugs", {JSON: "Places"}),
    Operation(
        "suggestNames", "/search/suggestions/", "Names that start with the given words", {JSON: "Names"}, [WORDS]
    ),
    Operation("getFeed", "/feed.xml", "The newest editions as an Atom feed", {ATOM: ""}),
    Operation("describeInterface", "/api/openapi.json", "This description", {JSON: "Any"}),
)


@require_safe
def show_description(request: HttpRequest) -> HttpResponse:
    """Answer the OpenAPI description as JSON, for scripts of any site. Caches may keep it."""
    return open_to_all(request, render_description())


@cached_by_arguments
def render_description() -> Page:
    """The OpenAPI document as a page of JSON, kept for SECONDS_CACHED."""
    return Page.from_data(describe_interface())


def describe_interface() -> Described:
    """The OpenAPI 3.1 document as plain data: the paths of the API, and a schema for each of SHAPES."""
    names = [*SHAPES]
    found, components = msgspec.json.schema_components(SHAPES.values(), ref_template=SCHEMA_PLACE)
    named = dict(zip(names, found, strict=True))
    return {
        "openapi": OPENAPI,
        "info": {
            "title": read_site_name(),
            "version": "1",
            "summary": "Hiring kits, occupations and pay as data: read-only, without a key.",
            "description": f"Documentation for people: {absolute_url(reverse('api'))}",
            "license": {"name": "MIT", "url": LICENCE},
        },
        "servers": [{"url": absolute_url("")}],
        "paths": {operation.path: {"get": _describe_operation(operation, named)} for operation in OPERATIONS},
        "components": {"schemas": components},
    }


def _describe_operation(operation: Operation, named: Described) -> Described:
    content = {
        media: {"schema": named[shape] if shape else {"type": "string"}} for media, shape in operation.answers.items()
    }
    answers: Described = {
        "200": {"description": "The data requested.", "headers": {"ETag": {"schema": {"type": "string"}}}}
        | {"content": content},
        "304": {"description": "Nothing has changed since the ETag that If-None-Match names."},
    }
    if operation.parameters:
        answers["404"] = {"description": "Nothing was found.", "content": {"text/html": {}}}
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": [_describe_parameter(parameter) for parameter in operation.parameters],
        "responses": answers,
    }


def _describe_parameter(parameter: Parameter) -> Described:
    return {
        "name": parameter.name,
        "in": parameter.place,
        "required": parameter.place == "path" or parameter is FORMAT,
        "description": parameter.description,
        "schema": parameter.schema,
        "example": parameter.example,
    }


urlpatterns = [
    # /api/
    path("api/openapi.json", show_description, name="openapi"),
]
