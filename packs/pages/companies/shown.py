"""What the pages of private company profiles show."""

from django.forms import BoundField

from company.forms import ProfileFileForm, ProfileForm
from packs.pages.companies.opened import OpenProfile
from web.view import View


class CompaniesView(View, frozen=True, kw_only=True):
    """The page on company profiles: what they are for, those that the browser remembers, and how to start one."""

    template = "company/companies.html"

    file_form: ProfileFileForm
    faults: list[tuple[BoundField, str]]
    stopped: str


class ProfilePageView(View, frozen=True, kw_only=True):
    """The page with a profile's form. `roles` are (slug, title) of roles to start a job description for, `version` the
    version the form was made from, and `address` the profile's full link.
    """

    template = "company/profile.html"

    opened: OpenProfile
    form: ProfileForm
    file_form: ProfileFileForm
    faults: list[tuple[BoundField, str]]
    version: int
    address: str
    roles: list[tuple[str, str]]
    stopped: str


class DeleteProfileView(View, frozen=True, kw_only=True):
    """The page that asks before a profile is deleted."""

    template = "company/delete.html"

    opened: OpenProfile


class DeletedProfileView(View, frozen=True, kw_only=True):
    """The page after a profile was deleted, with the id that the browser should forget."""

    template = "company/deleted.html"

    profile_id: object
