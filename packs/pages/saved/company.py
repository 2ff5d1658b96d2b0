"""The company of a saved pack: the profile as the pack has seen it, and what has changed of it since."""

from functools import cached_property

from company.models import ProfileVersion
from company.profile import NO_COMPANY, CompanyProfile, ProfileInUse
from packs.description.company import is_as_proposed, renew_from_profile
from packs.description.value import JobDescription
from packs.models import Pack
from packs.pages.saved.changes import Offer, list_changes
from roles.kit.value import Kit


class PackCompany:
    """The company profile of a pack, and its newer version. Each is queried when first asked for, and then kept."""

    def __init__(self, pack: Pack, description: JobDescription, kit: Kit | None, site: ProfileInUse) -> None:
        """`site` is the site's own profile."""
        self.pack, self.description, self.kit, self.site = pack, description, kit, site

    @cached_property
    def in_use(self) -> ProfileInUse:
        """The version of the profile that the pack has seen, with the parts that the site locks. Queried once, then
        kept.

        Where the site locks a part and the pack has another profile, the site's own profile is used.
        """
        if self.site.locked and self.site.id != self.pack.company_id:
            return self.site
        seen = self._find_version(self.pack.company_number)
        return seen.in_use(locked=self.site.locked) if seen else NO_COMPANY

    @cached_property
    def newer(self) -> ProfileInUse:
        """The newest version of the profile where the pack has seen an older one, otherwise no company. One query on
        first use, then kept.
        """
        if self.pack.company_id is None:
            return NO_COMPANY
        newest = ProfileVersion.objects.filter(profile=self.pack.company_id).order_by("-number").first()
        return newest.in_use() if newest and newest.number > self.pack.company_number else NO_COMPANY

    @cached_property
    def renewed_description(self) -> JobDescription:
        """The pack's text with everything that the newer version of the profile changed. Made once, then kept."""
        return renew_from_profile(self.description, self._seen_profile, self.newer.profile, self.kit)

    @cached_property
    def offers(self) -> list[Offer]:
        """The changes of the newer version, one by one; ticked unless somebody has edited that part by hand. Made once,
        then kept.
        """
        if not self.newer:
            return []
        changes = list_changes(self.description, self.renewed_description)
        untouched = {
            change.key: is_as_proposed(self.description, self._seen_profile, self.kit, change.key) for change in changes
        }
        return [
            Offer(change, is_taken=untouched[change.key], contested=not untouched[change.key]) for change in changes
        ]

    @cached_property
    def _seen_profile(self) -> CompanyProfile:
        seen = self._find_version(self.pack.company_number)
        return seen.value if seen else CompanyProfile()

    def _find_version(self, number: int) -> ProfileVersion | None:
        if self.pack.company_id is None:
            return None
        return ProfileVersion.objects.filter(profile=self.pack.company_id, number=number).first()
