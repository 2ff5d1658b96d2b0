import re
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from django.test.signals import template_rendered

from compensation.pages.forms import LongSelect

TEMPLATES = Path(settings.BASE_DIR, "templates")


class SampleForm(forms.Form):
    name = forms.CharField(help_text="As people call you.")
    years = forms.IntegerField()
    agree = forms.BooleanField(help_text="You may change your mind.")
    pace = forms.ChoiceField(choices=[("slow", "Slow"), ("fast", "Fast")], widget=forms.RadioSelect, help_text="One.")
    place = forms.ChoiceField(choices=[("", "Any"), ("x", "X")], widget=LongSelect, required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("These do not go together.")


@pytest.fixture
def html():
    form = SampleForm({"name": "<b>", "years": "many"})
    return Template('{% load crispy_forms_tags %}{{ form|crispy:"rolebook" }}').render(Context({"form": form}))


def ids(html):
    return re.findall(r'\bid="([^"]+)"', html)


def test_no_id_stands_twice(html):
    assert len(ids(html)) == len(set(ids(html))) > 0


def test_every_description_that_a_field_names_is_there(html):
    named = [name for names in re.findall(r'aria-describedby="([^"]+)"', html) for name in names.split()]
    assert {"id_name_helptext", "id_years_error", "id_pace_helptext", "id_pace_error"} <= set(named)
    assert set(named) <= set(ids(html))


def test_every_error_of_the_summary_leads_to_its_field(html):
    targets = re.findall(r'<a href="#([^"]+)"', html)
    assert len(targets) == 3
    assert set(targets) <= set(ids(html))


def test_every_visible_field_has_a_label_or_a_legend(html):
    assert set(re.findall(r'<label[^>]*\bfor="([^"]+)"', html)) >= {"id_name", "id_years", "id_agree"}
    assert "<legend" in html


def test_an_error_of_the_whole_form_is_in_the_summary(html):
    assert "<li>These do not go together.</li>" in html


def test_what_was_typed_is_escaped(html):
    assert 'value="&lt;b&gt;"' in html


def test_a_form_without_faults_shows_no_summary():
    form = SampleForm()
    html = Template('{% load crispy_forms_tags %}{{ form|crispy:"rolebook" }}').render(Context({"form": form}))
    assert "error-summary" not in html


def test_every_form_template_is_used(request: pytest.FixtureRequest) -> None:
    used = set()

    def note(template: Template, **_: object) -> None:
        used.add(template.name)

    template_rendered.connect(note)
    try:
        request.getfixturevalue("html")
    finally:
        template_rendered.disconnect(note)
    written = {path.relative_to(TEMPLATES).as_posix() for path in (TEMPLATES / "rolebook").rglob("*.html")}
    assert {name for name in used if name and name.startswith("rolebook/")} == written
