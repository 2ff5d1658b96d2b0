import pytest

from roles.kit.lists import join_with_and, join_with_or


@pytest.mark.parametrize(
    ("things", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A or B"), (["A", "B", "C"], "A, B or C")]
)
def test_one_of_several(things, text):
    assert join_with_or(things) == text
    assert join_with_and(things) == text.replace(" or ", " and ")
