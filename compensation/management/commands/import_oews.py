"""Import occupational wages."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from compensation.imports.factors import refresh_factors
from compensation.imports.loading import Layout
from compensation.imports.oews.layout import TOP_CODE, build_oews_layout
from compensation.imports.oews.names import SurveyNames
from compensation.imports.oews.shipped import note_imported_years
from compensation.management.import_command import ImportCommand
from roles.publishing.pay import refresh_pay


class Command(ImportCommand):
    help = (
        "Import the Occupational Employment and Wage Statistics, all or nothing: the flat files (oe.data, with oe.area "
        "and oe.occupation beside it), the workbooks for the nation, the states, metropolitan areas or all areas, "
        "or a folder with one of them."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--year", type=int, help="year of the May survey, if neither the rows nor the file names give it"
        )
        parser.add_argument(
            "--top-code", type=int, default=TOP_CODE, help="annual wage that # stands for (default: %(default)s)"
        )

    def build_layout(self, options: dict[str, Any]) -> Layout:
        self.names = SurveyNames.load_known()
        return build_oews_layout(self.names, options["year"], options["top_code"])

    def choose_refresh(self) -> Callable[[], Any]:
        def store_names_and_factors() -> None:
            self.names.store()
            note_imported_years(self.names.years)
            refresh_factors()
            refresh_pay()

        return store_names_and_factors
