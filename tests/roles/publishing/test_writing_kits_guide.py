"""docs/writing-kits.md shows kits as they are."""

import re

import msgspec
import pytest
import yaml
from django.conf import settings

from roles.kit.files import parse_kit, read_kit, write_kit
from roles.kit.value import Kit, KitBenchmark, KitSkill, KitSource
from roles.publishing.library_files import STARTER_LIBRARY
from tests.factories import a_kit

GUIDE = (settings.BASE_DIR / "docs/writing-kits.md").read_text()
WHOLE, SHARED, PAY = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)


def test_the_small_kit_is_whole_and_in_canonical_form():
    kit = parse_kit(WHOLE.encode(), name="the guide")
    assert write_kit(kit) == WHOLE


def test_the_pay_range_is_one_of_the_library_s():
    (benchmark,) = msgspec.convert(yaml.safe_load(PAY)["benchmarks"], list[KitBenchmark])
    assert benchmark in a_kit().benchmarks


def test_the_shared_skill_is_one_of_the_library_s():
    (skill,) = msgspec.convert(yaml.safe_load(SHARED)["skills"], list[KitSkill])
    assert skill in read_kit(STARTER_LIBRARY / "backend-engineer.yaml").skills


@pytest.mark.parametrize("part", [Kit, KitSource])
def test_every_field_is_explained(part):
    named = set(re.findall(r"`([a-z_]+)`", GUIDE))
    assert set(part.__struct_fields__) - named <= {"slug"}
