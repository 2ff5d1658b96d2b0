"""Importing this loads what tasks need: Django, and the modules that settings.CHILD_MODULES names."""

import gc
from importlib import import_module

import django
from django.conf import settings

django.setup()
for name in settings.CHILD_MODULES:
    import_module(name)
gc.freeze()  # what is loaded stays shared among the children
