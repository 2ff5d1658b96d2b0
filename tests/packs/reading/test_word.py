"""A Word file is read whole: every word that its reader would see, once, in order."""

import pytest

from packs.posting.value import Kind
from packs.reading import DamagedFileError, TooLargeError, read_file
from tests.packs.reading.word_files import OFFICE, cell, paragraph, run, style, table, word_of

DUTIES = paragraph("Duties", style="Heading1")


def lines(body: str, styles: str = "") -> list[tuple[str, bool]]:
    """The lines below the duties, and whether each is a bullet."""
    posting = read_file("jd.docx", word_of(paragraph("Florist", style="Title") + DUTIES + body, styles))
    assert (posting.title, posting.sections[0].heading) == ("Florist", "Duties")
    return [(line.text, line.bullet) for line in posting.sections[0].lines]


def content_control(content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(content_control(paragraph("Tie the flowers.")), id="around a paragraph"),
        pytest.param(paragraph(run("Tie "), content_control(run("the flowers."))), id="within a paragraph"),
        pytest.param(table([content_control(cell(paragraph("Tie the flowers.")))]), id="around a cell"),
        pytest.param(paragraph(run("Tie "), f"<w:ins>{run('the ')}</w:ins>", run("flowers.")), id="inserted"),
        pytest.param(paragraph(run("Tie "), f"<w:moveTo>{run('the ')}</w:moveTo>", run("flowers.")), id="moved"),
        pytest.param(
            paragraph(run("Tie "), f"<w:fldSimple>{run('the ')}</w:fldSimple>", run("flowers.")), id="a field"
        ),
        pytest.param(
            paragraph("<w:r><w:instrText>DATE x</w:instrText></w:r>", run("Tie the flowers.")), id="a field's code"
        ),
        pytest.param(paragraph(run("Tie "), f"<w:smartTag>{run('the flowers.')}</w:smartTag>"), id="a smart tag"),
        pytest.param(paragraph(run("Tie "), f"<w:hyperlink>{run('the flowers.')}</w:hyperlink>"), id="a link"),
        pytest.param(paragraph(run("Tie "), f"<w:del>{run('all ')}</w:del>", run("the flowers.")), id="deleted"),
        pytest.param(paragraph(run("Tie "), f"<w:moveFrom>{run('all ')}</w:moveFrom>", run("the flowers.")), id="gone"),
        pytest.param(paragraph(run("Tie "), run("all ", "<w:vanish/>"), run("the flowers.")), id="hidden"),
        pytest.param(
            table([cell(table([cell(table([cell(table([cell(paragraph("Tie the flowers."))]))]))]))]), id="deep"
        ),
    ],
)
def test_what_a_reader_sees_is_read_and_nothing_else(body: str):
    assert lines(body) == [("Tie the flowers.", False)]


def test_a_text_box_follows_the_paragraph_that_it_hangs_on():
    box = f"<w:txbxContent>{paragraph('Cut them.')}</w:txbxContent>"
    assert lines(paragraph(run("Tie them."), f"<w:r>{box}</w:r>")) == [("Tie them.", False), ("Cut them.", False)]


def test_one_form_of_a_drawing_is_read():
    choice, fallback = (f"<w:txbxContent>{paragraph(text)}</w:txbxContent>" for text in ("Cut them.", "Cut them!"))
    forms = f"<mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>"
    drawing = f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>"
    assert lines(paragraph(drawing)) == [("Cut them.", False)]
    assert lines(paragraph(drawing.replace(f"<mc:Choice>{choice}</mc:Choice>", ""))) == [("Cut them!", False)]


def test_a_merged_cell_is_read_once():
    down, under = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = cell(paragraph("Tie."), properties='<w:gridSpan w:val="3"/>')
    tall = [cell(paragraph("Cut."), properties=down), cell(paragraph("Water."))]
    rest = [cell(paragraph("Cut."), properties=under), cell(paragraph("Sell."))]
    assert [text for text, _ in lines(table([wide], tall, rest))] == ["Tie.", "Cut.", "Water.", "Sell."]


def test_each_line_of_a_paragraph_is_a_line():
    broken = paragraph(run("Cut."), "<w:r><w:br/><w:t>Water.</w:t><w:cr/></w:r>", run("Sell."))
    assert lines(broken) == [("Cut.", False), ("Water.", False), ("Sell.", False)]


def test_a_strong_line_of_a_paragraph_may_open_a_section():
    body = paragraph(
        run("Cut."), "<w:r><w:br/></w:r>", run("Requirements", "<w:b/>"), "<w:r><w:br/></w:r>", run("Knives.")
    )
    posting = read_file("jd.docx", word_of(DUTIES + body))
    assert [(section.kind, len(section.lines)) for section in posting.sections] == [
        (Kind.RESPONSIBILITIES, 1),
        (Kind.REQUIRED, 1),
    ]


@pytest.mark.parametrize("mark", ["\u2022 ", "\uf0b7 ", "\u00b7</w:t><w:tab/><w:t>"])
def test_a_bullet_typed_by_hand_is_a_bullet(mark: str):
    assert lines(paragraph(f"{mark}Cut the stems.")) == [("Cut the stems.", True)]


def test_a_sign_of_a_symbol_font_is_a_bullet():
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    assert lines(paragraph(sign, run("Cut the stems."))) == [("Cut the stems.", True)]


@pytest.mark.parametrize(
    "properties", ['<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>']
)
def test_a_list_is_known_by_its_numbers_or_those_of_its_style(properties: str):
    if properties.startswith("<w:pPr>"):
        assert lines(paragraph("Cut.", style="Punkt"), style("Punkt", "Punkte", properties)) == [("Cut.", True)]
    else:
        assert lines(paragraph("Cut.", properties=properties)) == [("Cut.", True)]


def test_a_paragraph_taken_out_of_the_list_of_its_style_is_no_bullet():
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert lines(paragraph("Cut.", style="ListBullet", properties=out)) == [("Cut.", False)]


@pytest.mark.parametrize(
    "styles",
    [
        style("X", "heading 2"),
        style("X", "Überschrift 2", base="Base") + style("Base", "heading 2"),
        style("X", "Título propio", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    ],
)
def test_a_heading_is_known_by_its_style_in_any_language(styles: str):
    body = DUTIES + paragraph("Cut.") + paragraph("Our tea garden", style="X") + paragraph("Green.")
    assert read_file("jd.docx", word_of(body, styles)).sections[-1].heading == "Our tea garden"


def test_styles_that_are_based_on_each_other_are_read():
    around = style("A", "one", base="B") + style("B", "two", base="A")
    assert lines(paragraph("Cut.", style="A"), around) == [("Cut.", False)]


MANY = {
    "many runs": paragraph(*["<w:r><w:t>a</w:t></w:r>"] * 110_000),
    "many cells": table([cell("<w:p/>")] * 80_000),
    "many lines": paragraph("a") * 2_000,
    "a long text": paragraph("a" * 100_001),
    "many line breaks": paragraph("<w:r>" + "<w:t>a</w:t><w:br/>" * 3_000 + "</w:r>"),
    "much that says nothing": f"<w:p/>{' ' * 9_000_000}",
}


@pytest.mark.slow
@pytest.mark.parametrize("body", MANY.values(), ids=MANY.keys())
def test_more_than_a_job_description_holds_is_refused(body: str):
    data = word_of(body)
    assert len(data) < 100_000
    with pytest.raises(TooLargeError):
        read_file("jd.docx", data)


FEW = {
    "a cell as wide as two thousand million": table(
        [cell(paragraph("Cut."), properties='<w:gridSpan w:val="2000000000"/>')]
    ),
    "a chain of merged cells": table(
        *[[cell(paragraph("Cut."), properties=f"<w:vMerge{' w:val="restart"' * (not n)}/>")] for n in range(5_000)]
    ),
    "empty paragraphs": "<w:p/>" * 100_000 + paragraph("Cut."),
}


@pytest.mark.slow
@pytest.mark.parametrize("body", FEW.values(), ids=FEW.keys())
def test_what_only_looks_large_is_read(body: str):
    assert lines(body) == [("Cut.", False)]


def test_a_zip_that_is_no_word_file_is_refused():
    data = word_of("").replace(b"_rels/.rels", b"_xels/.rels")
    with pytest.raises(DamagedFileError, match=r"save it as \.docx"):
        read_file("jd.docx", data)


@pytest.mark.parametrize(
    "link",
    [
        f'<w:hyperlink r:id="r9" xmlns:r="{OFFICE}">{run("our page")}</w:hyperlink>',
        f'<w:fldSimple w:instr=" HYPERLINK &quot;https://acme.example/job&quot; ">{run("our page")}</w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "https://acme.example/job" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("our page")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
    ids=["link", "simple field", "field"],
)
def test_the_address_of_a_link_follows_its_words(link: str):
    relation = (
        f'<Relationship Id="r9" Type="{OFFICE}/hyperlink" Target="https://acme.example/job" TargetMode="External"/>'
    )
    data = word_of(paragraph(run("Clerk")) + paragraph(run("Apply on "), link, run(" by May.")), relations=relation)
    [section] = read_file("a.docx", data).sections
    assert [line.text for line in section.lines] == ["Apply on our page (https://acme.example/job) by May."]


def read_margins(**margins: str) -> tuple[str, ...]:
    body = paragraph("Florist", style="Title") + DUTIES + paragraph("Tie the flowers.")
    posting = read_file("jd.docx", word_of(body, margins=margins))
    assert [line.text for line in posting.sections[0].lines] == ["Tie the flowers."]
    return posting.margins


def test_headers_footers_and_notes_are_read_apart_from_the_text():
    margins = {kind: paragraph(f"From the {kind}") for kind in ("header", "footer", "footnotes", "endnotes")}
    assert read_margins(**margins) == (
        "From the header",
        "From the footer",
        "From the footnotes",
        "From the endnotes",
    )


@pytest.mark.parametrize("line", ["3", "Page 3", "Page 3 of 12", "3 / 12", "Tie the flowers.", "***"])
def test_a_margin_without_words_of_its_own_is_dropped(line: str):
    assert read_margins(header=paragraph(line), footer=paragraph("Corner Shop")) == ("Corner Shop",)


def test_a_margin_that_every_page_repeats_is_read_once():
    assert read_margins(header=paragraph("Corner Shop"), footer=paragraph("Corner Shop")) == ("Corner Shop",)


def test_a_margin_that_is_missing_from_the_file_is_no_damage():
    relations = f'<Relationship Id="h" Type="{OFFICE}/header" Target="gone.xml"/>'
    posting = read_file("jd.docx", word_of(DUTIES + paragraph("Tie the flowers."), relations=relations))
    assert posting.margins == ()
