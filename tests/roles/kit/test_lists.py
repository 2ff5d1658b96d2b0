import pytest

from roles.kit.lists import either, together


@pytest.mark.parametrize(
    ("things", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A or B"), (["A", "B", "C"], "A, B or C")]
)
def test_one_of_several(things, text):
    assert either(things) == text
    assert together(things) == text.replace(" or ", " and ")
