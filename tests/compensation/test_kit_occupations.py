"""An occupation that there is not keeps a kit from being published, whichever way, and the fault names its field."""

import msgspec
import pytest

from compensation.models.survey import SurveyOccupation
from roles.kit.errors import KitError
from roles.kit.files import KitFileError
from roles.kit.value import KitOccupation
from roles.models.edition import Edition
from roles.publishing.library_files import load_kits
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.desk import signed_in
from tests.factories import a_kit

pytestmark = pytest.mark.django_db
MADE_UP = [KitOccupation(soc="15-1252", weight=60), KitOccupation(soc="15-9876", weight=40)]
PLACE, FAULT = "occupations[1].soc", "15-9876 isn’t an occupation of the survey"


def test_publishing_refuses_a_code_that_there_is_not():
    role = save_kit(a_kit(occupations=MADE_UP))
    with pytest.raises(KitError) as refused:
        publish_role(role, note="First edition")
    assert [error.path for error in refused.value.errors] == [PLACE]


def test_the_desk_says_it_before_anything_is_pressed():
    role = save_kit(a_kit(occupations=MADE_UP))
    text = signed_in("Publisher").get(f"/admin/roles/role/{role.pk}/publish/").content.decode()
    assert ">Occupation 2: SOC code</a>" in text
    assert FAULT in text


def test_a_library_of_files_with_such_a_code_is_refused_whole():
    good = a_kit(slug="lamplighter", title="Lamplighter")
    with pytest.raises(KitFileError, match=r"technical-product-manager: occupations\[1\]\.soc: 15-9876"):
        load_kits([good, a_kit(occupations=MADE_UP)], note="New")
    assert not Edition.objects.exists()


def test_an_occupation_of_an_imported_survey_is_known():
    SurveyOccupation.objects.create(soc="15-9876", title="Lamplighters", is_detailed=True)
    kit = msgspec.structs.replace(a_kit(), occupations=MADE_UP)
    assert publish_role(save_kit(kit), note="First edition").kit.occupations == MADE_UP
