"""Delete the packs and the company profiles that nobody has used for too long."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from company.models import Profile
from packs.models import Pack


class Command(BaseCommand):
    help = "Delete the packs and company profiles that nobody has used for PACK_DAYS. Run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        _, deleted = Pack.objects.unused().delete()
        count = deleted.get("packs.Pack", 0)
        self.stdout.write(f"{count} pack{'' if count == 1 else 's'} unused for {settings.PACK_DAYS} days deleted.")
        Profile.objects.unused().delete()
