"""`make font`: the face of the headings, cut down from the font that a package carries.

Source Serif 4 is licensed under the SIL Open Font License 1.1, whose text goes with it.
"""

import io
import shutil
from pathlib import Path

import fontpkg_source_serif_4 as source_serif
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER = Path(__file__).parents[1] / "static" / "fonts"
FONT, LICENSE = FOLDER / "source-serif-4.woff2", FOLDER / "OFL.txt"
SOURCE = Path(source_serif.ROOT)
DRAWN_AT = {"opsz": 20, "wght": 500}  # one weight for every heading
# The letters of English, Spanish and their neighbors; any other comes from the reader's own serif face.
PUNCTUATION = (0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026, 0x20AC, 0x2212)
LETTERS = (*range(0x20, 0x7F), *range(0xA0, 0x100), *map(ord, "ıŒœŠšŽž"), *PUNCTUATION)
FEATURES = ("kern", "liga", "lnum", "tnum")


def build_font() -> bytes:
    """The font as WOFF2, the same each time."""
    drawn = io.BytesIO()
    source = TTFont(SOURCE / "files" / "SourceSerif4[opsz,wght].ttf", recalcTimestamp=False)
    instancer.instantiateVariableFont(source, DRAWN_AT).save(drawn)
    font = TTFont(drawn, recalcTimestamp=False)
    subsetter = subset.Subsetter(subset.Options(layout_features=FEATURES, hinting=False))
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)
    font.flavor = "woff2"
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    FONT.write_bytes(build_font())
    shutil.copyfile(SOURCE / "LICENSE", LICENSE)
