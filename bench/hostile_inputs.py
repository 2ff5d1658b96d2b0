"""Small requests that once took seconds or gigabytes, each well within what a form may hold."""

import io
import zipfile
from urllib.parse import urlencode

from bench.asking import Ask
from bench.fields import posted

MANY = 99_000  # characters; 100,000 are refused
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOUNDARY = "rolebook-bench"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"


def hostile_asks(workbench: str, page: str) -> list[Ask]:
    """A round of them: pasted texts, Word files, and the form of a workbench's page filled without measure."""
    pasted = [Ask("/review/", urlencode({"text": text})) for text in texts()]
    files = [Ask("/review/", upload(word_file(body)), MULTIPART) for body in word_bodies()]
    filled = [Ask(workbench, posted(page, about_company=text)) for text in ("!" * MANY, "rockstar " * 11_000, blanks())]
    return [*pasted, *files, *filled, Ask(workbench, posted(page, about_company=blanks(), format="pdf"))]


def texts() -> list[str]:
    """Texts that are costly to read or to review."""
    nested = "".join(f"<b a={number}>" for number in range(1000))
    return [
        f"<p>{nested}</p>{'<p>x' * 20_000}"[:MANY],
        f"Baker\n\n- {'!' * 20_000}",
        f"Baker\n\n- {'/' * 20_000}",
        "<p " * (MANY // 3),
        f"Baker\n\n- {'leader support ' * (MANY // 15)}",
        f"Baker\n\n{blanks()}",
        "Baker\n\n" + "- You are a rockstar.\n" * 450,
    ]


def blanks() -> str:
    """As many different blanks as a text may hold."""
    return " ".join(f"[{number}]" for number in range(MANY // 8))


def word_bodies() -> list[str]:
    """Bodies of Word documents that are small when packed."""
    cell = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc>'
    merged = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>"
    return [
        f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>",
        f"<w:tbl>{merged * 3000}</w:tbl>",
        "<w:p/>" * 100_000,
        f"<w:tbl><w:tr>{cell * 60_000}</w:tr></w:tbl>",
        f"<w:p>{'<w:r><w:t>x</w:t></w:r>' * 90_000}</w:p>",
    ]


def word_file(body: str) -> bytes:
    """A Word file with that body and nothing that it could do without."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}">'
        f'<Relationship Id="a" Type="{office}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def upload(file: bytes) -> bytes:
    """The body of a post that uploads a Word file."""
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n\r\n'
    return head.encode() + file + f"\r\n--{BOUNDARY}--\r\n".encode()
