"""Which template an opening starts from: the kit of the role that its title names, an occupation's, or an empty one."""

from functools import lru_cache

from occupations.codes import shorten_code
from occupations.common_titles import drop_ranks
from occupations.find import TitleMatch, find_by_title
from packs.occupations.edition import find_occupation_edition
from packs.occupations.own_kit import build_own_kit
from packs.occupations.template import make_edition
from roles.models.edition import Edition
from roles.publishing.live import live_edition
from roles.search.names import NamedRole, content_words, current_names
from roles.search.occupations import list_kits_near

TEMPLATES_KNOWN = 100  # of occupations, in one reading of a table


class TemplateFinder:
    """Finds templates for the rows of one table, and each of them once."""

    def __init__(self) -> None:
        self._find_edition = lru_cache(TEMPLATES_KNOWN)(live_edition)
        self._find_occupation = lru_cache(TEMPLATES_KNOWN)(find_occupation_edition)

    def find_named(self, name: str) -> Edition | None:
        """The template of a role or an occupation by its own name or another one that it goes by; None without."""
        role = next((role for role in current_names().roles if name == role.slug), None) or _find_role(name)
        if role:
            return self._find_edition(role.slug)
        match = _find_whole(name)
        return self._find_occupation(shorten_code(match.code)) if match else None

    def find_for_title(self, title: str) -> Edition | None:
        """The template for a title, whatever rank it names: a role's kit first, then an occupation's; None without."""
        if role := _find_role(title):
            return self._find_edition(role.slug)
        match = _find_whole(title)
        if match is None:
            return None
        near = list_kits_near(match.code, title)
        return self._find_edition(near[0].slug) if near else self._find_occupation(shorten_code(match.code))


def make_empty_template() -> Edition:
    """The template for a job that no kit and no occupation fits."""
    return make_edition(build_own_kit())


def _find_role(title: str) -> NamedRole | None:
    words = content_words(title)
    for asked in (words, drop_ranks(words)):
        mentions = current_names().cut_mentions(asked)
        if len(mentions) == 1 and mentions[0].roles:
            return mentions[0].roles[0]
    return None


def _find_whole(title: str) -> TitleMatch | None:
    """The occupation that has every word of a title, but for its rank."""
    return next((match for match in find_by_title(title, 1) if match.is_whole), None)
