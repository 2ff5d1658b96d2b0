"""Role pages that some process has finished, in the database, so that the others need not render them.

What a page shows decides whether it may still be served: its edition, which never changes but for what the figures
say on pay, nor do those before it; the live editions of the roles that it names; the release; and the brand. So
publishing a role drops its own page, and those of the roles that name it.
"""

import hashlib
import logging
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from company.site import read_site_company
from roles.models.edition import LIVE, Edition, list_versions
from web.language import address_language, text_language
from web.page import HTML, Page
from web.release import read_release

page_log = logging.getLogger(__name__)

FIND = f"""
    SELECT gzipped, etag
    FROM roles_storedpage AS page JOIN roles_edition AS edition ON edition.id = page.edition_id
    WHERE edition.slug = %s AND page.release = %s AND page.pay_number = edition.pay_number AND {LIVE}
        AND page.neighbours = ARRAY(
        SELECT other.id FROM roles_edition AS other
        WHERE other.slug = ANY(edition.mentions) AND other.role_id <> edition.role_id
            AND {LIVE}
        ORDER BY other.id
    )
"""  # noqa: S608 # our own words
STORE = """
    INSERT INTO roles_storedpage (role_id, edition_id, pay_number, neighbours, release, gzipped, etag)
    VALUES (%s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (role_id) DO UPDATE SET edition_id = EXCLUDED.edition_id, pay_number = EXCLUDED.pay_number,
        neighbours = EXCLUDED.neighbours,
        release = EXCLUDED.release, gzipped = EXCLUDED.gzipped, etag = EXCLUDED.etag
"""


def find_page(slug: str) -> Page | None:
    """The finished page of the role's live edition, in one query. None where this release has to render it, and where
    the site's words are in another language than the kit's: such a page is rendered by each process.

    By hand, because the ORM would take longer to write this statement than the database to run it.
    """
    if not _is_storable():
        return None
    with connection.cursor() as cursor:
        cursor.execute(FIND, [slug, _read_look(slug)])
        row = cursor.fetchone()
    return Page(gzipped=bytes(row[0]), media_type=HTML, etag=row[1]) if row else None


def store_page(page: Page, edition: Edition, neighbours: list[Edition]) -> None:
    """Store a finished page, which shows these other live editions, in place of the role's last one.

    Does nothing where the database can't be written to: the next process renders the page again.
    """
    if not _is_storable():
        return
    shown = sorted(other.pk for other in neighbours)
    values: list[Any] = [
        edition.role_id,
        edition.pk,
        edition.pay_number,
        shown,
        _read_look(edition.slug),
        page.gzipped,
        page.etag,
    ]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(STORE, values)
    except DatabaseError as error:
        page_log.info("The page of %s wasn't stored: %s", edition.slug, error)


def _is_storable() -> bool:
    """Whether pages may be stored: not while templates change, nor at an address of a language that isn't the kit's."""
    at_home = address_language() in (settings.LANGUAGE_CODE, text_language())
    return at_home and not settings.DEBUG


def _read_look(slug: str) -> str:
    """What a page shows beside its role, as one word: the release, the brand since its last change, the language of its
    address, and the addresses of the role in other languages.
    """
    changes, versions = read_site_company().changes, sorted(list_versions(slug).values())
    if not changes and len(versions) == 1 and address_language() == settings.LANGUAGE_CODE:
        return read_release()
    look = f"{read_release()} {changes} {address_language()} {versions}".encode()
    return hashlib.blake2b(look, digest_size=16).hexdigest()
