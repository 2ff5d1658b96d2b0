"""The workbench's addresses."""

urlpatterns: list[object] = []
