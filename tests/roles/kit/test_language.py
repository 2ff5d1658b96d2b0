"""The language of kits, for as long as a document is written."""

import threading

from django.utils import translation

from roles.kit.language import of_kits
from web.language import ENGLISH


def test_readers_at_the_same_time_each_get_their_own_language_back():
    inside = threading.Barrier(2)
    said = {}

    @of_kits()
    def write() -> str | None:
        inside.wait(timeout=10)
        return translation.get_language()

    def read(language: str) -> None:
        with translation.override(language):
            said[language] = [write(), translation.get_language()]

    readers = [threading.Thread(target=read, args=[language]) for language in ("es", "fr")]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert said == {"es": [ENGLISH, "es"], "fr": [ENGLISH, "fr"]}


def test_within_itself_it_goes_back_to_where_it_came_from():
    @of_kits()
    def write(depth: int) -> None:
        if depth:
            write(depth - 1)

    with translation.override("es"):
        write(2)
        assert translation.get_language() == "es"
