"""Fields of a form that hold words in the language of kits, and say so where the site speaks another one."""

from typing import Any

from django import forms

from roles.kit.language import kit_attributes


def set_kit_language(form: forms.Form, *names: str) -> None:
    """Let the named fields say which language it is that is typed in them."""
    for name in names:
        form.fields[name].widget.attrs |= kit_attributes()


class KitSelect(forms.Select):
    """A list whose options are a kit's, but for the one that stands for none of them."""

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """An option that says which language it is in."""
        option = super().create_option(name, value, *args, **kwargs)
        return option | {"attrs": option["attrs"] | kit_attributes()} if value else option
