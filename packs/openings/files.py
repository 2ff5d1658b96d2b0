"""Several openings as one zip."""

import io
import zipfile
from pathlib import PurePath

from packs.description.posting import build_posting
from packs.description.value import JobDescription
from packs.documents.formats import DOCUMENT_FORMATS, file_name
from packs.documents.model import Letterhead, put_letterhead
from packs.documents.posting import build_document

FILE_DATE = (1980, 1, 1, 0, 0, 0)  # so that the same openings give the same bytes
MOST_ZIPPED = 50  # of one zip


def zip_descriptions(openings: list[tuple[JobDescription, Letterhead | None]], name: str) -> bytes:
    """A zip of job descriptions in one of DOCUMENT_FORMATS, each on its letterhead. Files with the same name get
    numbers.
    """
    wanted, stream, taken = DOCUMENT_FORMATS[name], io.BytesIO(), set[str]()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for description, letterhead in openings:
            document = put_letterhead(build_document(build_posting(description)), letterhead)
            called = _free_name(file_name(document, wanted), taken)
            taken.add(called.casefold())
            archive.writestr(zipfile.ZipInfo(called, FILE_DATE), wanted.export_document(document), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _free_name(name: str, taken: set[str]) -> str:
    path = PurePath(name)
    numbered = (f"{path.stem} {number}{path.suffix}" for number in range(2, MOST_ZIPPED + 2))
    return next(other for other in (name, *numbered) if other.casefold() not in taken)
