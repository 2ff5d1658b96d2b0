"""What the commands that import a release share: progress, counts, a clear refusal, everything or nothing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InternalError, OperationalError

from occupations.imports.files import ReleaseError
from occupations.shipped import describe_result
from occupations.storing import StoreResult


class ReleaseCommand(BaseCommand):
    """Base of the commands that import one release. Subclasses read it and store it."""

    label = ""
    is_quiet = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the argument for the path of the release."""
        parser.add_argument("path", type=Path)

    def import_release(self, path: Path, options: dict[str, Any]) -> StoreResult | None:
        """Read the release and store it. Returns None where it is stored already. Every command overrides it. Raises
        ReleaseError where the release can't be read.
        """
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        """Import the release, all or nothing, and print what was done. Raises CommandError where
        nothing was imported.
        """
        self.is_quiet = not options["verbosity"]
        try:
            result = self.import_release(options["path"], options)
        except ReleaseError as error:
            raise CommandError(f"Nothing was imported. {error}") from error
        except OSError as error:
            raise CommandError(f"Nothing was imported. {error.filename}: {error.strerror}.") from error
        except (OperationalError, InternalError) as error:  # its disk is full, it is stopped, the connection is cut
            reason = str(error).splitlines()[0]
            raise CommandError(f"Nothing was imported. The database couldn't store it: {reason}.") from error
        self.stdout.write(describe_result(self.label, result))

    def show_progress(self, message: str) -> None:
        """Print a message on a step, unless the command should be quiet."""
        if not self.is_quiet:
            self.stderr.write(message)
