"""PDF, set by Typst: tagged for assistive technology (PDF/UA-1), its fonts inside it."""

from functools import cache
from pathlib import Path
from threading import Lock

import manimgx_fonts
import manimgx_fonts_cjk
import msgspec
import typst

from packs.documents.model import Document

_FOLDER = Path(__file__).parent
_FONTS = [Path(package.__file__).parent for package in (manimgx_fonts, manimgx_fonts_cjk)]
_ONE_AT_A_TIME = Lock()


def write_pdf(document: Document) -> bytes:
    """The document as the bytes of a PDF, the same bytes each time; blanks are highlighted."""
    inputs = {
        "document": msgspec.json.encode(document).decode(),
        "look": msgspec.json.encode(document.colors).decode(),
        "direction": document.direction,
        "logo": msgspec.json.encode([*document.letterhead.logo] if document.letterhead else []).decode(),
    }
    with _ONE_AT_A_TIME:
        try:
            return _compile_pdf(inputs, accessible=True)
        except typst.TypstError:
            # The standard refuses a character that no font has; the reader is better served by a box in its place.
            return _compile_pdf(inputs, accessible=False)


def _compile_pdf(inputs: dict[str, str], *, accessible: bool) -> bytes:
    pdf = _load_compiler().compile(format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"] if accessible else [])
    if not isinstance(pdf, bytes):
        raise TypeError(f"expected one PDF, got {type(pdf)}")
    return pdf


@cache
def _load_compiler() -> typst.Compiler:
    """One compiler with its fonts for the life of the process; it must not run twice at once."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=_FONTS)
    return typst.Compiler(_FOLDER / "page.typ", root=_FOLDER, font_paths=fonts, ignore_system_fonts=True)
