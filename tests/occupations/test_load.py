"""What ships is loaded once, whole, and never over what a site imported or wrote itself."""

import time

import pytest
from occupations.shipped import load_shipped
pytestmark = pytest.mark.django_db

def test_timing():
    t=time.time(); print(load_shipped(), time.time()-t)
    t=time.time(); print(load_shipped(), time.time()-t)
