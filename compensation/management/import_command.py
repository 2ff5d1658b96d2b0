"""What the import commands share: files in, progress and counts out, everything or nothing."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InternalError, OperationalError

from compensation.imports.loading import ImportRun, Layout, import_files
from compensation.imports.reader import ImportFileError
from compensation.imports.report import report_to


class ImportCommand(BaseCommand):
    """Base of the commands that import files. Subclasses give the layout, and what follows an import."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the arguments of every import: the files, --dry-run and --report."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="CSV, compressed CSV (.gz) or XLSX")
        parser.add_argument("--dry-run", action="store_true", help="run the whole import, then undo it")
        parser.add_argument("--report", type=Path, metavar="CSV", help="write each refused or corrected row here")

    def build_layout(self, options: dict[str, Any]) -> Layout:
        """The layout of the files, from the command's options. Every command overrides it, and may raise CommandError
        where its options don't fit.
        """
        raise NotImplementedError

    def choose_refresh(self) -> Callable[[], Any]:
        """The function to call after the rows are stored, which works out what depends on them. Every command overrides
        it.
        """
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        """Import the files, all or none, and print what was done. Raises CommandError where nothing was imported."""
        try:
            with report_to(options["report"]) as report:
                run = ImportRun(report=report)
                if options["verbosity"]:
                    run.progress = self.stderr.write
                import_files(
                    self.build_layout(options),
                    options["files"],
                    run,
                    dry_run=options["dry_run"],
                    after=self.choose_refresh(),
                )
        except ImportFileError as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        except OSError as error:
            raise CommandError(f"Nothing was imported. {error.filename}: {error.strerror}.") from error
        except (OperationalError, InternalError) as error:  # its disk is full, it is stopped, the connection is cut
            reason = str(error).splitlines()[0]
            raise CommandError(f"Nothing was imported. The database couldn't store it: {reason}.") from error
        self._report_run(run, dry_run=options["dry_run"])

    def _report_run(self, run: ImportRun, *, dry_run: bool) -> None:
        refused = run.report.refused.total()
        self.stdout.write(
            f"{run.read:,} rows read: {run.added:,} added, {run.changed:,} changed, "
            f"{run.unchanged_rows:,} already there, {refused:,} refused."
        )
        if run.withdrawn:
            self.stdout.write(f"{run.withdrawn:>9,} withdrawn: their source withdrew these cases")
        for word, counts in (("refused", run.report.refused), ("corrected", run.report.corrected)):
            for reason, count in counts.most_common():
                self.stdout.write(f"{count:>9,} {word}: {reason}")
        if dry_run:
            self.stdout.write("This was a dry run: nothing was changed.")
        elif run.number:
            self.stdout.write(f"To undo it: manage.py take_back_import {run.number}")
