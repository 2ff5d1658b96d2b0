"""What people of the desk are told by e-mail: a few lines, and the address where they can act."""

import logging
from collections.abc import Iterable
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.core.mail import send_mail
from django.db.models import Q
from django.urls import reverse

from company.site import read_site_company
from roles.models.edition import Edition
from roles.models.teamwork import Comment, Review
from roles.models.working_copy import Role

log = logging.getLogger(__name__)


def mail_asked(review: Review) -> None:
    """E-mail the reviewer that a review is asked for, with its note and link. Does nothing where they have no e-mail
    address.
    """
    lines = [f"{_name(review.asked_by)} asks you to review {review.role}.", review.note]
    _send([review.reviewer], f"Review requested: {review.role}", [*lines, _address(review.role, "review")])


def mail_answered(review: Review) -> None:
    """E-mail the reviewer's answer to the person who asked. Does nothing where they have no e-mail address or no
    account any more.
    """
    is_approved = review.answer == Review.Answer.APPROVED
    said = "approves" if is_approved else "sends back"
    lines = [f"{_name(review.reviewer)} {said} {review.role}.", review.words]
    subject = f"{'Approved' if is_approved else 'Sent back'}: {review.role}"
    _send([review.asked_by], subject, [*lines, _address(review.role, "review")])


def mail_thread(remark: Comment, by: User, people: Iterable[User], done: str, words: str) -> None:
    """E-mail the people in a remark's thread, other than `by`, that it was replied to, resolved or reopened."""
    lines = [f"{_name(by)} has {done} a comment on {remark.role}:", f"> {remark.text}", words]
    subject = f"Comment {done}: {remark.role}"
    address = f"{_address(remark.role, 'review')}#remark-{remark.pk}"
    _send(people, subject, [*lines, address])


def mail_published(role: Role, edition: Edition) -> None:
    """E-mail the person who last asked for a review of the role that it is published, unless they published it. One
    query.
    """
    review = role.reviews.exclude(asked_by=edition.published_by).select_related("asked_by").first()
    if review:
        moment = f"{edition.live_from:%B %-d, %Y, %H:%M} UTC"
        lines = [f"{edition} is published by {_name(edition.published_by)}, live from {moment}.", edition.note]
        _send([review.asked_by], f"Published: {role}", [*lines, f"{settings.SITE_URL}{edition.get_absolute_url()}"])


def mail_due(lines: Iterable[str]) -> int:
    """E-mail the lines on what is due to everyone who may publish. Returns how many people that was. One query."""
    board = f"{settings.SITE_URL}{reverse('admin:roles_role_board')}"
    return _send(list_publishers(), "What is due on the desk", [*lines, board])


def list_publishers() -> list[User]:
    """The active staff who may publish, by user name. One query."""
    publish = Permission.objects.filter(content_type__app_label="roles", codename="publish_role")
    may = Q(is_superuser=True) | Q(groups__permissions__in=publish) | Q(user_permissions__in=publish)
    return [*User.objects.filter(may, is_active=True, is_staff=True).distinct().order_by("username")]


def _send(people: Iterable[User | None], subject: str, lines: Iterable[str]) -> int:
    """Send one e-mail to each person who has an address. What can't be sent is logged: the desk goes on without."""
    addresses = [person.email for person in people if person and person.is_active and person.email]
    text = "\n\n".join(filter(None, (*lines, read_site_company().branding.signature)))
    sent = 0
    for address in addresses:
        try:
            sent += send_mail(subject, f"{text}\n", None, [address])
        except (SMTPException, OSError) as error:
            log.warning("an email couldn't be sent: %s", type(error).__name__)
    return sent


def _name(user: User | None) -> str:
    return (user.get_full_name() or user.get_username()) if user else "Somebody"


def _address(role: Role, page: str) -> str:
    return f"{settings.SITE_URL}{reverse(f'admin:roles_role_{page}', args=[role.pk])}"
