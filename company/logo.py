"""A logo that somebody brought, drawn again: whatever the file is, what we keep and serve is a picture that we made."""

import struct
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

LARGEST_LOGO_FILE = 200_000  # bytes as brought
LARGEST_LOGO = 60_000  # bytes as drawn
MOST_PIXELS = 2_000  # of either side, as brought
LARGEST_HEADER_LOGO = 8_000  # bytes, so that a first visit stays as light as without one
HEIGHT_POINTS, HEADER_POINTS = 48, 28  # of a document, and of a page's header
PIXELS_PER_INCH = 144  # twice as many as a plain screen has
HEADER_PIXELS_PER_INCH = (PIXELS_PER_INCH, 108, 72)
WIDEST = 6  # times as wide as high
PNG_SIGNATURE, PNG_SIZE = b"\x89PNG\r\n\x1a\n", slice(16, 24)
TOO_WIDE = "too wide"
DRAWING = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#context {{
  let logo = image("logo.{ending}", height: {height}pt)
  if measure(logo).width > {height}pt * {widest} {{ panic("{too_wide}") }} else {{ logo }}
}}
"""


class InvalidLogoError(Exception):
    """A file that can't be a logo; the message says why to the person who uploaded it."""


def draw_logo(raw: bytes) -> bytes:
    """The logo as a PNG drawn by this site, transparent where the file is. Scripts, links and hidden words in the file
    are lost.

    Raises InvalidLogoError for a file that is no SVG or PNG of a reasonable size.
    """
    if len(raw) > LARGEST_LOGO_FILE:
        raise InvalidLogoError(f"The file is larger than {LARGEST_LOGO_FILE // 1000} KB.")
    ending = _name_kind(raw)
    drawn = _draw_picture(raw, ending, HEIGHT_POINTS, PIXELS_PER_INCH)
    if len(drawn) > LARGEST_LOGO:
        raise InvalidLogoError("The picture is too detailed. Upload a simpler one.")
    return drawn


def draw_header_logo(logo: bytes) -> bytes:
    """A logo from `draw_logo` as small as pages show it, and as sharp as LARGEST_HEADER_LOGO bytes allow. Raises
    InvalidLogoError where no sharpness makes it light enough, and for another picture.
    """
    for sharpness in HEADER_PIXELS_PER_INCH:
        drawn = _draw_picture(logo, _name_kind(logo), HEADER_POINTS, sharpness)
        if len(drawn) <= LARGEST_HEADER_LOGO:
            return drawn
    raise InvalidLogoError("The picture is too detailed for a header.")


def _draw_picture(raw: bytes, ending: str, height: int, sharpness: int) -> bytes:
    words = DRAWING.format(ending=ending, height=height, widest=WIDEST, too_wide=TOO_WIDE)
    try:
        with TemporaryDirectory() as folder:  # a picture may name others: there are none to find
            drawing = Path(folder, "drawing.typ")
            drawing.write_text(words)
            drawing.with_name(f"logo.{ending}").write_bytes(raw)
            drawn = typst.compile(drawing, root=Path(folder), format="png", ppi=sharpness, ignore_system_fonts=True)
    except typst.TypstError as error:
        if TOO_WIDE in str(error):
            raise InvalidLogoError(f"The picture is more than {WIDEST} times as wide as it is tall.") from error
        raise InvalidLogoError("The file can’t be drawn: it’s damaged, or it isn’t a picture.") from error
    if not isinstance(drawn, bytes):
        raise InvalidLogoError("The file has more than one picture.")
    return drawn


def _name_kind(raw: bytes) -> str:
    if raw.startswith(PNG_SIGNATURE):
        if max(struct.unpack(">II", raw[PNG_SIZE].ljust(8, b"\0"))) > MOST_PIXELS:
            raise InvalidLogoError(f"The picture is larger than {MOST_PIXELS:,} pixels.")
        return "png"
    if b"<svg" in raw:
        return "svg"
    raise InvalidLogoError("Upload an SVG or PNG file.")
