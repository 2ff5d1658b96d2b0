"""A site with something on every page, for the tests that look at all of them."""

from django.core.management import call_command

from company.models import Profile
from company.profile import CompanyProfile
from company.store import create_profile, save_profile
from compensation.pay_law.table import add_missing, shipped_rules
from packs.description.starting import start_description
from packs.models import Pack
from packs.store.links import hash_token, new_read_link
from packs.store.saving import create_pack, save_version
from tests.company.samples import ACME
from tests.factories import a_kit, a_published_kit, store_shipped_occupations
from tests.packs.samples import LONG

OF_A_PACK = ("", "interview-kit/", "versions/", "versions/2/", "template/", "company/", "links/", "delete/")


def fill() -> None:
    """Figures, pay-transparency rules, an occupation and two roles that can be compared."""
    call_command("load_figures", verbosity=0)
    add_missing(shipped_rules())
    store_shipped_occupations()
    a_published_kit()
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])


def pages_of_a_pack() -> list[str]:
    """The addresses of a pack that has versions, a newer template and a newer company profile, of the page that others
    may read, and of that profile.
    """
    description = start_description(a_kit(), 1)
    company_token = create_profile(CompanyProfile(name="Acme Charts"))
    profile = Profile.objects.latest("created_at")
    token = create_pack(description, company=profile.current().in_use())
    save_profile(profile, ACME)
    pack = Pack.objects.get(links__token_hash=hash_token(token))
    save_version(pack, LONG, base=1)
    save_version(pack, description, base=1)
    a_published_kit(job_description=[])
    of_the_profile = (f"/company/{company_token}/{name}" for name in ("", "delete/"))
    shared = f"/shared/{new_read_link(pack, token)}/"
    return [*(f"/packs/{token}/{name}" for name in OF_A_PACK), *of_the_profile, shared]
