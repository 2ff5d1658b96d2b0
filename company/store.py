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
    """The SHA-256 of a token, which is what the database stores. A token has 256 random bits, so that a plain hash
    can't be guessed back.
    """
    return hashlib.sha256(token.encode()).hexdigest()


def find_profile(token: str) -> Profile | None:
    """The private profile that a token opens, or None. One query."""
    return Profile.objects.filter(token_hash=digest_token(token)).first()


@transaction.atomic
def create_profile(value: CompanyProfile) -> str:
    """Store a new private profile with its first version. Returns the token of its link, of which only a digest is
    stored.
    """
    token = secrets.token_urlsafe(32)
    profile = Profile.objects.create(token_hash=digest_token(token))
    _add_version(profile, 1, value)
    return token


@transaction.atomic
def save_profile(profile: Profile, value: CompanyProfile, *, base: int | None = None) -> ProfileVersion | None:
    """Store a new version of a profile where `value` differs from the newest one, and restart the profile's time.
    Returns the version that has it.

    Returns None, and stores nothing, where `base` is given and somebody else has saved since. Raises
    Profile.DoesNotExist where it was deleted.
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
    """Store that a profile was used now, which restarts its time."""
    Profile.objects.filter(pk=profile.pk).update(used_at=Now())


@transaction.atomic
def renew_link(profile: Profile) -> str:
    """Store a new token for a private profile, and return it; the old link stops working."""
    token = secrets.token_urlsafe(32)
    Profile.objects.filter(pk=profile.pk).update(token_hash=digest_token(token))
    return token


@transaction.atomic
def save_site_company(value: CompanyProfile, branding: Branding) -> SiteCompany:
    """Store the site's company and brand. Pages of this process show them at once, those of the others soon."""
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
    """Delete the site's company with its profile. Pages of this process show the change at once, those of the others
    soon.
    """
    Profile.objects.filter(site__isnull=False).delete()
    note_changes(0)


def _add_version(profile: Profile, number: int, value: CompanyProfile) -> ProfileVersion:
    made = profile.versions.create(number=number, value_json=msgspec.json.encode(value).decode())
    profile.versions.filter(number__lte=number - NEWEST_VERSIONS).delete()
    return made
