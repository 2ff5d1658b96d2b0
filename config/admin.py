"""Accounts in admin: an administrator who is no superuser can't make one, nor grant what no group grants."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_totp.admin import TOTPDeviceAdmin
from django_otp.plugins.otp_totp.models import TOTPDevice

admin.site.unregister([User, TOTPDevice])


@admin.register(User)
class PersonAdmin(UserAdmin):
    """Django's admin of accounts, with the fields and accounts that only a superuser may change. An account isn't
    deleted when someone leaves but made inactive: its entries in the audit log stay.
    """

    list_display = ["username", "email", "first_name", "last_name", "is_active", "is_staff", "last_login"]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[Any]:
        """The fields that only a superuser may change, read-only for everyone else."""
        return [] if request.user.is_superuser else ["is_superuser", "user_permissions"]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Whether the visitor may change an account; only superusers may change a superuser's, its
        password included.
        """
        allowed = super().has_change_permission(request, obj)
        return allowed and (request.user.is_superuser or obj is None or not obj.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Whether the visitor may delete an account; only superusers may delete a superuser's."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (request.user.is_superuser or obj is None or not obj.is_superuser)


@admin.register(TOTPDevice)
class SecondFactorAdmin(TOTPDeviceAdmin):
    """django-otp's admin of devices. Only superusers see a superuser's."""

    def get_queryset(self, request: HttpRequest) -> QuerySet[TOTPDevice]:
        """A query for the devices that the visitor may delete: all for a superuser, those of other people than
        superusers for the rest.
        """
        devices = super().get_queryset(request)
        return devices if request.user.is_superuser else devices.filter(user__is_superuser=False)
