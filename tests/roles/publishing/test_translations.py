"""A kit that says in another language what another kit says has that kit's figures, always."""

import msgspec
import pytest

from roles.kit.errors import KitError
from roles.kit.following import follow_original, list_gaps
from roles.models.edition import Edition
from roles.publishing.library_files import STARTER_LIBRARY, export_library, load_kits, read_library, read_translations
from roles.publishing.publish import publish_role
from roles.publishing.rows import load_kit, save_kit
from tests.factories import a_kit, a_published_kit, a_spanish_edition, spanish_pm

pytestmark = pytest.mark.django_db


def live(slug):
    return Edition.objects.live().get(slug=slug)


@pytest.mark.slow
def test_it_is_published_with_the_figures_of_its_original():
    edition = a_spanish_edition(base_low=1, experience_min=0)
    assert (edition.kit.base_low, edition.kit.experience_min) == (150_000, 4)


@pytest.mark.slow
def test_new_figures_of_the_original_are_those_of_the_translation_at_once():
    a_spanish_edition()
    a_published_kit(total_high=300_000, note="More")
    translation = live("gerente-de-producto-tecnico")
    assert (translation.kit.total_high, translation.number) == (300_000, 2)
    assert load_kit(translation.role) == translation.kit


def test_new_words_of_the_original_leave_the_translation_as_it_is():
    a_spanish_edition()
    a_published_kit(summary="Decides more.", note="Words")
    assert live("gerente-de-producto-tecnico").number == 1


@pytest.mark.slow
def test_a_draft_of_the_translations_words_stays_one():
    edition = a_spanish_edition()
    save_kit(msgspec.structs.replace(edition.kit, summary="Otra frase."))
    a_published_kit(total_high=300_000, note="More")
    translation = live(edition.slug)
    assert translation.kit.summary == edition.kit.summary
    assert load_kit(translation.role).summary == "Otra frase."


@pytest.mark.slow
def test_a_new_address_of_the_original_is_followed():
    edition = a_spanish_edition()
    original = live("technical-product-manager").role
    original.slug = "tpm"
    original.save()
    publish_role(original, note="A shorter address")
    assert live(edition.slug).translates == "tpm"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"translates": "nobody"}, "expected the address of a live role"),
        ({"language": "en"}, "expected a language other"),
        ({"faqs": []}, "expected 8, as many as the kit that it translates has, got 0"),
        ({"slug": "otro"}, "already translates that kit into this language"),
    ],
)
def test_what_is_no_translation_is_refused(changes, expected):
    a_spanish_edition()
    role = save_kit(msgspec.convert({**msgspec.to_builtins(spanish_pm()), **changes}, type(a_kit())))
    with pytest.raises(KitError, match=expected):
        publish_role(role, note="Wrong")


def test_its_pay_is_that_of_the_original_in_its_own_words():
    pay = a_spanish_edition().pay
    assert "[página de salarios](/es/roles/gerente-de-producto-tecnico/salary/)" in pay.text
    assert [h.range for h in pay.headlines] == [h.range for h in live("technical-product-manager").pay.headlines]


@pytest.mark.slow
def test_the_library_comes_back_as_it_was_written(tmp_path):
    a_spanish_edition()
    export_library(tmp_path)
    assert read_translations(tmp_path) == [spanish_pm()]
    loaded = load_kits([*read_library(tmp_path), *read_translations(tmp_path)], note="Again")
    assert sorted(loaded.unchanged) == ["gerente-de-producto-tecnico", "technical-product-manager"]


@pytest.mark.slow
def test_the_kits_in_spanish_have_the_figures_of_theirs_in_the_library():
    english = {kit.slug: kit for kit in read_library(STARTER_LIBRARY)}
    spanish = read_translations(STARTER_LIBRARY)
    assert [kit.slug for kit in spanish] == ["gerente-de-producto-tecnico", "gerente-de-producto"]
    for kit in spanish:
        assert follow_original(kit, english[kit.translates]) == kit
        assert [*list_gaps(kit, english[kit.translates])] == []
