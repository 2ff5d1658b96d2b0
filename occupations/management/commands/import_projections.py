"""Import the employment projections."""

from pathlib import Path
from typing import Any

import msgspec

from occupations.facts import hash_content
from occupations.imports.projections import read_projections
from occupations.management.release_command import ReleaseCommand
from occupations.storing import StoreResult, store_projections


class Command(ReleaseCommand):
    help = (
        "Import the Employment Projections of the Bureau of Labor Statistics (table 1.2, the workbook or a CSV file), "
        "all or nothing."
    )
    label = "Employment Projections"

    def import_release(self, path: Path, options: dict[str, Any]) -> StoreResult | None:
        outlooks = read_projections(path)
        self.show_progress(f"{len(outlooks):,} occupations read.")
        return store_projections(outlooks, hash_content(msgspec.json.encode(outlooks)), is_shipped=False)
