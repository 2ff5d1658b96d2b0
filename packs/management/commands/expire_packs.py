"""Delete the packs and company profiles that nobody has used for too long, with all that belongs to them, and the lists
that are empty.
"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from company.models import Profile
from packs.models import OpeningList, Pack


class Command(BaseCommand):
    help = (
        "Delete the packs that nobody has saved or kept for PACK_DAYS, along with their suggestions and approvals. "
        "Also delete the lists of openings that have been empty for 30 days, and the company profiles that nobody has "
        "used for PACK_DAYS. Run it once a day."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        _, deleted = Pack.objects.unused().delete()
        count = deleted.get("packs.Pack", 0)
        self.stdout.write(f"{count} pack{'' if count == 1 else 's'} unused for {settings.PACK_DAYS} days deleted.")
        _, deleted = OpeningList.objects.empty_too_long().delete()
        if count := deleted.get("packs.OpeningList", 0):
            self.stdout.write(f"{count} empty list{'' if count == 1 else 's'} of openings deleted.")
        Profile.objects.unused().delete()
