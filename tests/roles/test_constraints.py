"""The working copy's invariants, kept by the database."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model

from compensation.models.benchmark import Benchmark
from interviews.models import Competency, Question
from roles.models.working_copy import Comparison, Faq, Level, Responsibility, Role, Skill
from roles.publishing.rows import save_kit
from tests.factories import a_kit

pytestmark = pytest.mark.django_db

BACKWARDS: list[tuple[type[Model], str, dict[str, Any]]] = [
    (Role, "role_base_runs_upwards", {"base_low": 2, "base_high": 1}),
    (Role, "role_total_runs_upwards", {"total_low": 2, "total_high": 1}),
    (Role, "role_experience_runs_upwards", {"experience_min": 2, "experience_max": 1}),
    (Level, "level_experience_runs_upwards", {"experience_min": 2, "experience_max": 1}),
    (Benchmark, "benchmark_runs_upwards", {"low": 2, "high": 1}),
    (Benchmark, "benchmark_experience_runs_upwards", {"experience_min": 2, "experience_max": 1}),
]
UNMEASURED: list[tuple[type[Model], str, dict[str, Any]]] = [
    (Skill, "shared_skill_has_its_level", {"proficiency": None}),
]
TWICE: list[tuple[type[Model], str, dict[str, Any]]] = [
    (Responsibility, "responsibility_name_once_per_role", {"name": "Same"}),
    (Skill, "skill_name_once_per_role", {"name": "Same"}),
    (Skill, "shared_skill_once_per_role", {"shared": "same", "proficiency": "working"}),
    (Level, "level_name_once_per_role", {"name": "Same"}),
    (Faq, "faq_slug_once_per_role", {"slug": "same"}),
    (Comparison, "comparison_other_once_per_role", {"other": "same"}),
    (Benchmark, "benchmark_name_once_per_role", {"name": "Same"}),
    (Competency, "competency_slug_once_per_role", {"slug": "same"}),
    (Question, "question_slug_once_per_competency", {"slug": "same"}),
]
TRIED = BACKWARDS + UNMEASURED + TWICE


@pytest.mark.parametrize(("model", "name", "values"), TRIED, ids=[case[1] for case in TRIED])
def test_the_database_refuses(model, name, values):
    save_kit(a_kit())
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model._default_manager.update(**values)


def test_every_constraint_of_the_working_copy_is_tried():
    models = [Role, Level, Benchmark, Responsibility, Skill, Faq, Comparison, Competency, Question]
    named = {constraint.name for model in models for constraint in model._meta.constraints}
    assert named == {name for _, name, _ in TRIED}
