"""What the review says of a text in Spanish: what goes by figures and counts, in Spanish; nothing of English words."""

import msgspec
import pytest
from django.utils.translation import gettext, override

from compensation.pay_law.rule import LawRequirement
from compensation.pay_law.table import shipped_rules
from packs.description.posting import add_kit, build_posting
from packs.description.starting import at_level, start_description
from packs.pay_law.judging import Status, judge_posting
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from packs.reading import read_pasted
from packs.reading.facts import guess_language
from packs.review.check import list_checks, review_posting
from roles.kit.choices import Language
from tests.factories import spanish_pm
from web.language import about_texts_in

PASTED = """Gerente de Producto

Sobre este puesto
Buscamos a una persona líder y analítica para el equipo de producto. Trabajarás con la dirección y con ingeniería.

Qué aportas
- Un título universitario en ciencias de la computación
- Experiencia de 3 años en gestión de producto
"""


def spanish(*lines: str, kind: Kind = Kind.ABOUT) -> Posting:
    section = PostingSection(kind=kind, lines=tuple(PostingLine(line) for line in lines))
    return Posting(title="Gerente de Producto", sections=(section,), language=Language.SPANISH)


def test_the_title_is_not_corrected_into_english():
    posting = read_pasted(PASTED)
    assert posting.language == Language.SPANISH
    assert [finding.check for finding in review_posting(posting)] == ["pay-missing"]


def test_a_finding_is_in_spanish():
    found = review_posting(spanish("Te sumarás a [equipo]."))
    assert [finding.message for finding in found][:1] == ["Falta llenar [equipo]."]
    assert found[0].check_name == "Espacio sin llenar"


def test_every_check_of_every_language_has_its_words_in_spanish():
    texts = [text for check in list_checks() if check.in_every_language for text in (check.name, check.why)]
    assert len(texts) == 18
    with override("es"):
        assert [text for text in texts if gettext(text) == text] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PASTED, Language.SPANISH),
        ("You will read the orders of the week and tell the shops what to stock.", Language.ENGLISH),
        ("", Language.ENGLISH),
        ("Gerente", Language.ENGLISH),
    ],
)
def test_a_language_is_known_by_its_small_words(text, language):
    assert guess_language(text) is language


def test_pay_law_calls_nothing_missing_that_it_cannot_read():
    rule = next(rule for rule in shipped_rules() if rule.slug == "us-co")
    answers = judge_posting(rule, spanish("Ofrecemos seguro médico y vacaciones."), rule.checked_on).answers
    assert {answer.status for answer in answers} == {Status.NOT_CHECKABLE}


def test_pay_law_knows_a_range_that_the_job_has_in_its_fields():
    rule = next(rule for rule in shipped_rules() if rule.slug == "us-co")
    kit = spanish_pm()
    with about_texts_in(kit.language):
        description = at_level(start_description(kit, 1), kit, "Sénior")
        posting = add_kit(build_posting(description), description, kit)
    answers = {answer.asked: answer.status for answer in judge_posting(rule, posting, rule.checked_on).answers}
    assert answers[LawRequirement.RANGE] is Status.MET


def test_a_posting_from_a_spanish_kit_has_spanish_headings_facts_and_pay():
    kit = spanish_pm()
    with about_texts_in(kit.language):
        description = msgspec.structs.replace(at_level(start_description(kit, 1), kit, "Sénior"), company="Acme")
        posting = build_posting(description)
    assert posting.title == "Gerente de Producto Técnico sénior"
    assert [section.heading for section in posting.sections] == [
        "Sobre este puesto",
        "Qué harás",
        "Qué aportas",
        "Deseable",
        "Remuneración",
    ]
    assert {fact.name: fact.words for fact in posting.facts}["Remuneración total"].endswith(" al año")
    lines = [line.text for section in posting.sections for line in section.lines]
    assert lines[0].startswith("En este puesto de Gerente de Producto Técnico sénior para ")
    assert any(line.startswith("En Acme mediremos") for line in lines)
    assert any(line.startswith("5–8 años de experiencia") for line in lines)
