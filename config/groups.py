"""Who may do what: four groups, each with what the one before it may, kept up after every migration."""

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.models import Group, Permission

WRITE = "view add change delete"
PART_MODELS = "templateline responsibility skill level roleoccupation faq dayitem outcome comparison"

# app label: {models: what may be done}. Authors write; editors keep sources and rules; publishers decide what readers
# see; administrators delete, and look after accounts.
AUTHOR_GROUP = {
    "roles": {"role": "view add change", PART_MODELS: WRITE, "source author vocabularyskill": "view"},
    "interviews": {"competency question": WRITE, "bankcompetency bankquestion": "view"},
    "compensation": {"benchmark": WRITE, "paylawrule titlematch": "view"},
    "occupations": {"occupation": "view change"},
}
EDITOR = {
    "roles": {"source author": "add change", "vocabularyskill oldaddress": WRITE},
    "interviews": {"bankcompetency bankquestion": WRITE},
    "packs": {"pack": "view"},
    "compensation": {"paylawrule": "add change", "titlematch": "add change delete", "payimport": "view change"},
}
PUBLISHER = {"roles": {"role": "publish"}, "company": {"sitecompany": "view"}}
ADMINISTRATOR = {
    "roles": {"role source author": "delete"},
    "compensation": {"paylawrule": "delete"},
    "company": {"sitecompany": "view add change delete"},
    "admin": {"logentry": "view"},
    "auth": {"user": WRITE, "group": "view"},
    "axes": {"accessattempt": "view delete"},
    "otp_totp": {"totpdevice": "view delete"},
}
GROUP_PERMISSIONS = {
    "Author": [AUTHOR_GROUP],
    "Editor": [AUTHOR_GROUP, EDITOR],
    "Publisher": [AUTHOR_GROUP, EDITOR, PUBLISHER],
    "Administrator": [AUTHOR_GROUP, EDITOR, PUBLISHER, ADMINISTRATOR],
}


def list_codenames(group: str, app: str) -> set[str]:
    """The codenames of a group's permissions in one app, such as "change_role"."""
    return {
        f"{action}_{model}"
        for grants in GROUP_PERMISSIONS[group]
        for models, actions in grants.get(app, {}).items()
        for model in models.split()
        for action in actions.split()
    }


def make_groups(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Create the groups, and add their permissions in an app that was just migrated. Permissions that an administrator
    added stay.

    A migration could not do this: Django makes an app's permissions after the app's migrations.
    """
    for name in GROUP_PERMISSIONS:
        group, _ = Group.objects.using(using).get_or_create(name=name)
        wanted = list_codenames(name, sender.label)
        group.permissions.add(
            *Permission.objects.using(using).filter(content_type__app_label=sender.label, codename__in=wanted)
        )
