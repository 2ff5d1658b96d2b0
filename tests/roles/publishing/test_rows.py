"""Between a Kit and its rows."""

from typing import get_args

import msgspec
import pytest
from django.db import models

from interviews.models import Competency
from roles.kit import value as kit_module
from roles.kit.errors import KitError
from roles.kit.value import Kit
from roles.models.working_copy import Author, Role, Source
from roles.publishing.rows import load_kit, part_type, save_kit
from tests.factories import a_kit

pytestmark = pytest.mark.django_db


def test_a_kit_comes_back_from_its_rows():
    kit = a_kit()
    assert load_kit(save_kit(kit)) == kit


def test_writing_a_kit_again_replaces_its_parts():
    save_kit(a_kit())
    shorter = a_kit(faqs=a_kit().faqs[:2], competencies=a_kit().competencies[:1])
    assert load_kit(save_kit(shorter)) == shorter
    assert Competency.objects.count() == 1


def test_order_is_kept():
    kit = a_kit(faqs=a_kit().faqs[::-1])
    assert load_kit(save_kit(kit)).faqs == kit.faqs


def test_gathering_names_every_field_at_fault():
    role = save_kit(a_kit())
    role.skills.filter(name="SQL & Data Analysis").update(covers="")
    Role.objects.filter(pk=role.pk).update(overview="", title="")
    with pytest.raises(KitError) as refused:
        load_kit(Role.objects.get(pk=role.pk))
    assert {fault.path for fault in refused.value.errors} == {"overview", "title", "skills[1].covers"}


def test_gathering_costs_a_query_for_each_kind_of_part(django_assert_max_num_queries):
    role = Role.objects.select_related("author").get(pk=save_kit(a_kit()).pk)
    lists = [field for field in msgspec.structs.fields(Kit) if part_type(field)]
    with django_assert_max_num_queries(len(lists) + len(a_kit().competencies)):
        load_kit(role)


def models_of(struct: type, model: type[models.Model]) -> list[tuple[type, type[models.Model]]]:
    """A struct with its model, and those of the lists under it."""
    pairs = [(struct, model)]
    for field in msgspec.structs.fields(struct):
        part = part_type(field)
        if part and not (struct is Kit and field.name == "sources"):
            pairs += models_of(part, getattr(model, field.name).rel.related_model)
    return pairs


PAIRS = [*models_of(Kit, Role), (kit_module.KitAuthor, Author), (kit_module.KitSource, Source)]


@pytest.mark.parametrize(("struct", "model"), PAIRS, ids=[struct.__name__ for struct, _ in PAIRS])
def test_rows_and_structs_have_the_same_fields(struct, model):
    own = {field.name for field in model._meta.get_fields() if not field.auto_created}
    parents = {"position", "role", "competency"}
    kept_aside = {"version", "reviewed_on"}  # about the working copy, not about the role
    assert own - parents - kept_aside == {
        field.name
        for field in msgspec.structs.fields(struct)
        if not (struct is Kit and field.name == "sources") and not part_type(field)
    }


def test_every_part_of_the_kit_has_rows():
    structs = {value for value in vars(kit_module).values() if isinstance(value, type)}
    parts = {value for value in structs if issubclass(value, kit_module.KitPart)} - {kit_module.KitPart}
    assert {struct for struct, _ in PAIRS} == parts
    assert get_args(list[int])  # part_type rests on typing.get_args for lists
