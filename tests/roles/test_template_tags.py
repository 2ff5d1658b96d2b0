from django.template import Context, Template
from django.utils.translation import override


def render(source, **context):
    return Template("{% load figures prose %}" + source).render(Context(context))


def test_templates_write_pay_and_experience():
    assert render("{{ 160000|tick:'USD' }} {% pay_range 1000 2000 'USD' %}") == "$160K $1,000–$2,000"
    assert render("{% short_pay_range 1000 2000 'USD' %}, {% years 4 7 %}") == "$1K–$2K, 4–7 years"


def test_templates_mark_blanks_and_keep_the_marks():
    assert render("{{ line|blanks }}", line="<i> [team]") == '&lt;i&gt; <mark class="blank">[team]</mark>'


def test_a_role_is_called_by_its_title_or_by_its_slug_in_words():
    assert render("{{ slug|role_title:titles }}", slug="tpm", titles={"tpm": "Program Manager"}) == "Program Manager"
    assert render("{{ slug|role_title:titles }}", slug="data-lead", titles={}) == "Data lead"


def test_a_kit_s_text_says_its_language_where_the_site_speaks_another():
    line = "<p{% kit_lang %}>{{ text }}</p> · {{ text|of_kit }}"
    assert render(line, text="R & D") == "<p>R &amp; D</p> · R &amp; D"
    with override("es"):
        assert render(line, text="R & D") == '<p lang="en">R &amp; D</p> · <span lang="en">R &amp; D</span>'


def test_each_block_of_a_kit_s_prose_says_its_language_where_the_site_speaks_another():
    assert render("{{ text|prose }}", text="One <p>") == "<p>One &lt;p&gt;</p>\n"
    with override("es"):
        assert render("{{ text|prose }}", text="One <p>") == '<p lang="en">One &lt;p&gt;</p>\n'
