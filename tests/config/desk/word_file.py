"""A job description as a word processor writes it: its own styles, numbered lists, soft breaks and a table."""

from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_BREAK


def a_word_file() -> bytes:
    """The posting of a support engineer. Its benefits have no place in a template."""
    document = Document()
    document.core_properties.title = "Posting template v3"
    document.add_paragraph("Support Engineer", style="Title")
    document.add_paragraph("Customer Experience", style="Subtitle")
    _add_facts(document, {"Location": "Denver, CO", "Department": "Engineering", "Type": "Full time"})
    document.add_heading("About the role", level=1)
    paragraph = document.add_paragraph("You will help customers of the ")
    paragraph.add_run("product").bold = True
    paragraph.add_run(" every day.")
    document.add_heading("Responsibilities", level=1)
    for line in ("Reproduce each problem before you explain it.", "Write down what solved it."):
        document.add_paragraph(line, style="List Bullet")
    document.add_paragraph("Answer within a day, also on Fridays.", style="List Bullet 2")
    document.add_heading("Requirements", level=1)
    for line in ("2 years of support.", "A habit of plain words."):
        document.add_paragraph(line, style="List Number")
    heading = document.add_paragraph()
    heading.add_run("Nice to have").bold = True
    soft = document.add_paragraph("- Some SQL.")
    soft.runs[0].add_break(WD_BREAK.LINE)
    soft.add_run("- A second language.")
    document.add_heading("Benefits", level=1)
    document.add_paragraph("A good chair.", style="List Bullet")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_facts(document: Word, facts: dict[str, str]) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in facts.items():
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, value
