"""Storing profiles: private ones under a link whose token is stored nowhere, and the site's own."""

import hashlib
import secrets
import time

import msgspec
from django.db import transaction
from django.db.models.functions import Now

from company.branding import Branding
from company.models import Profile, ProfileVersion, SiteCompany
from company.profile import CompanyProfile
from company.site import note_changes

NEWEST_VERSIONS = 50  # that are kept, beside those that a pack remembers


def digest_token(token: str) -> str:
    """What the database keeps of a token. A token has 256 random bits, so that a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def find_profile(token: str) -> Profile | None:
    """The private profile that a token opens, if there is one."""
    return Profile.objects.filter(token_hash=digest_token(token)).first()


@transaction.atomic
def create_profile(value: CompanyProfile) -> str:
    """A new private profile with its first version. Returns the token of its link, which is stored nowhere."""
    token = secrets.token_urlsafe(32)
    profile = Profile.objects.create(token_hash=digest_token(token))
    _add_version(profile, 1, value)
    return token


@transaction.atomic
def save_profile(profile: Profile, value: CompanyProfile, *, base: int | None = None) -> ProfileVersion | None:
    """The version of a profile that says `value`: a new one where the newest says something else.

    None where `base` is given and another save has followed that version: nothing is then stored, so that no save
    replaces another one unseen. Raises Profile.DoesNotExist where it was deleted.
    """
    profile = Profile.objects.select_for_update().get(pk=profile.pk)
    current = profile.current()
    if base is not None and base != current.number and value != current.value:
        return None
    use_profile(profile)
    if value == current.value:
        return current
    return _add_version(profile, current.number + 1, value)


def use_profile(profile: Profile) -> None:
    """Count a profile as used now, so that its time starts again."""
    Profile.objects.filter(pk=profile.pk).update(used_at=Now())


@transaction.atomic
def renew_link(profile: Profile) -> str:
    """The token of a private profile's new link. The one before stops working."""
    token = secrets.token_urlsafe(32)
    Profile.objects.filter(pk=profile.pk).update(token_hash=digest_token(token))
    return token


@transaction.atomic
def save_site_company(value: CompanyProfile, branding: Branding) -> SiteCompany:
    """Store what the site says of its company. Pages show it at once in this process, and soon in the others."""
    site = SiteCompany.objects.select_for_update().first()
    if site is None:
        profile = Profile.objects.create()
        _add_version(profile, 1, value)
        site = SiteCompany(profile=profile)
    else:
        save_profile(site.profile, value)
    site.branding_json = msgspec.json.encode(branding).decode()
    site.changes = max(site.changes + 1, time.time_ns() // 1_000)
    site.save()
    note_changes(site.changes)
    return site


def delete_site_company() -> None:
    """Delete the site's company with its profile; the site presents itself as before it had one."""
    Profile.objects.filter(site__isnull=False).delete()
    note_changes(0)


def _add_version(profile: Profile, number: int, value: CompanyProfile) -> ProfileVersion:
    made = profile.versions.create(number=number, value_json=msgspec.json.encode(value).decode())
    profile.versions.filter(number__lte=number - NEWEST_VERSIONS).delete()
    return made
