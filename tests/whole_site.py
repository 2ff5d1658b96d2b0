"""A site with something on every page, for the tests that look at all of them."""

from django.core.management import call_command

from compensation.pay_law.table import add_missing, shipped_rules
from packs.description.starting import start_description
from packs.models import Pack
from packs.store.approvals import approve_version
from packs.store.links import hash_token, new_read_link, new_suggest_link
from packs.store.lists import create_list, put_on_list
from packs.store.saving import create_pack, save_version
from packs.suggestions.parts import list_texts
from packs.suggestions.storing import accept_suggestion, make_suggestion
from tests.factories import a_kit, a_published_kit, store_shipped_occupations
from tests.packs.samples import LONG

OF_A_PACK = (
    "",
    "interview-kit/",
    "versions/",
    "versions/2/",
    "template/",
    "links/",
    "opening/",
    "suggestions/",
    "delete/",
)
OF_A_LIST = ("", "table/", "link/")


def fill() -> None:
    """Figures, pay-transparency rules, an occupation and two roles that can be compared."""
    call_command("load_figures", verbosity=0)
    add_missing(shipped_rules())
    store_shipped_occupations()
    a_published_kit()
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])


def pages_of_a_pack() -> list[str]:
    """The addresses of a pack that has versions and a newer template, and of the page that others may read."""
    description = start_description(a_kit(), 1)
    token = create_pack(description)
    pack = Pack.objects.get(links__token_hash=hash_token(token))
    save_version(pack, LONG, base=1)
    save_version(pack, description, base=1)
    a_published_kit(job_description=[])
    suggest = f"/shared/{new_suggest_link(pack, token)}/suggest/"
    suggest_on(pack)
    pages = [*(f"/packs/{token}/{name}" for name in OF_A_PACK), *pages_of_a_list(pack), suggest, f"{suggest}?on=title"]
    return [*pages, f"/shared/{new_read_link(pack, token)}/"]


def suggest_on(pack: Pack) -> None:
    """Suggestions on a pack, one of them settled and one on a line that has changed, and an approval."""
    first, second = [*list_texts(pack.current().description)][:2]
    make_suggestion(pack, first, name="Ada", words="Product Lead", comment="")
    accept_suggestion(pack, pack.suggestions.get().pk, seen=pack.current().number)
    make_suggestion(pack, first, name="Ada", words="Product Manager", comment="As we call it.")
    make_suggestion(pack, second, name="Grace", words="", comment="Who is this for?")
    approve_version(pack, pack.current().number, "Grace")


def pages_of_a_list(pack: Pack) -> list[str]:
    """The addresses of a list with a pack on it."""
    opening_list, token = create_list("Spring")
    put_on_list(opening_list, token, [pack])
    return [f"/packs/{token}/openings/{name}" for name in OF_A_LIST]
