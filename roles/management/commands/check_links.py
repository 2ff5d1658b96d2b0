"""`manage.py check_links`: ask every outside address that live kits name, and list those that don't answer."""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from roles.models.edition import Edition
from roles.publishing.links import WEB, find_own_path, list_links

PATIENCE = 15  # seconds
PAUSE = 1  # second between two questions to the same host
NOT_BROKEN = frozenset({401, 403, 405, 429, 451, 503})  # there, and not for a program
READ_AT_MOST = 1024  # bytes of an answer


class Command(BaseCommand):
    help = (
        "Request every outside address that live kits name, and list those that don't answer. Exits with 1 if one is "
        "dead."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--pause", type=float, default=PAUSE, help="Seconds between two requests to one host.")

    def handle(self, *args: Any, **options: Any) -> None:
        addresses = gather_addresses()
        asked: dict[str, float] = {}
        dead = 0
        for address, roles in sorted(addresses.items()):
            host = urlsplit(address).netloc
            time.sleep(max(0.0, asked.get(host, 0.0) + options["pause"] - time.monotonic()))
            fault = ask_address(address)
            asked[host] = time.monotonic()
            if fault:
                dead += 1
                self.stdout.write(f"{address}: {fault} ({', '.join(sorted(roles))})")
        self.stdout.write(f"{len(addresses)} addresses checked, {dead} dead.")
        if dead:
            raise CommandError(f"{dead} of the addresses that live kits name are dead.")


def gather_addresses() -> Mapping[str, set[str]]:
    """The outside web addresses that live kits name in their texts and sources, each with the slugs of those kits. One
    query.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for edition in Edition.objects.live():
        for address in _list_addresses(edition):
            if urlsplit(address).scheme in WEB and not find_own_path(address):
                found[address.partition("#")[0]].add(edition.slug)
    return found


def _list_addresses(edition: Edition) -> Iterator[str]:
    yield from (link.address for link in list_links(edition.kit))
    yield from (source.url for source in edition.kit.sources if source.url)


def ask_address(address: str) -> str:
    """Why an address doesn't work, in a few words; "" where it answers. A web request, which waits PATIENCE seconds at
    most.
    """
    request = Request(address, headers={"User-Agent": f"Rolebook link check ({settings.SITE_URL})"})  # noqa: S310 # http(s)
    try:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 # as above
            answer.read(READ_AT_MOST)
    except HTTPError as error:
        return "" if error.code in NOT_BROKEN else f"answers {error.code}"
    except (URLError, HTTPException, TimeoutError, OSError) as error:
        return f"can't be reached: {getattr(error, 'reason', error)}"
    return ""
