"""Word files made of XML by hand: what a word processor writes, and what none would."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def related(kind: str, target: str, others: str = "") -> str:
    relation = f'<Relationship Id="r" Type="{OFFICE}/{kind}" Target="{target}"/>{others}'
    return f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>'


def word_of(body: str, styles: str = "", relations: str = "", margins: dict[str, str] | None = None) -> bytes:
    """A .docx file with such a body, such styles, such relations, and margins by the kind of each."""
    margins = margins or {}
    relations += "".join(f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in margins)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.writestr("_rels/.rels", related("officeDocument", "word/document.xml"))
        file.writestr("word/document.xml", f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>")
        file.writestr("word/_rels/document.xml.rels", related("styles", "styles.xml", relations))
        file.writestr("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
        for kind, content in margins.items():
            file.writestr(f"word/{kind}.xml", f"<w:hdr {W}>{content}</w:hdr>")
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """Runs, or plain words, as a paragraph."""
    words = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{words}</w:p>'


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content)}</w:tc>"


def table(*rows: list[str]) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{"".join(row)}</w:tr>' for row in rows)}</w:tbl>"


def style(style_id: str, name: str, properties: str = "", base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:styleId="{style_id}"><w:name w:val="{name}"/>{based}{properties}</w:style>'
