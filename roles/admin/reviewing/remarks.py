"""Remarks on the parts of a role as threads: replies, resolving and opening again, and who hears of it."""

from collections.abc import Iterable

import msgspec
from django.contrib.auth.models import User
from django.utils import timezone

from roles.admin.part_pages.parts import DeskPart, find_part, find_part_of
from roles.admin.reviewing.forms import WHOLE_ROLE, ReplyForm
from roles.admin.reviewing.mails import mail_thread
from roles.models.teamwork import Comment, CommentReply
from roles.models.working_copy import Role

RESOLVE, REOPEN, REPLY = "resolve", "reopen", "reply"


class RemarkThread(msgspec.Struct, frozen=True, kw_only=True):
    """A remark with its replies, the name of the part it is about, and the path of that part's page."""

    remark: Comment
    label: str
    link: str
    replies: list[CommentReply]
    form: ReplyForm


def list_threads(role: Role, posted: tuple[int, ReplyForm] | None = None) -> list[RemarkThread]:
    """A role's remarks with their replies, the oldest first. `posted` is a reply with errors, and the key of its
    remark.
    """
    remarks = role.comments.select_related("by", "settled_by").prefetch_related("replies__by")
    return [_build_thread(role, remark, posted) for remark in remarks]


def list_open_remarks(role: Role, part: DeskPart | None) -> list[Comment]:
    """The remarks on one part that nobody has resolved, the oldest first; on the role as a whole
    for None. One query.
    """
    remarks = role.comments.filter(settled_at=None).select_related("by")
    return [remark for remark in remarks if part and _find_remarked(remark) == part]


def act_on_remark(remark: Comment, action: str, user: User, words: str = "") -> str:
    """Resolve a remark, reopen it or reply to it, and e-mail the others who wrote in the thread. Returns a sentence
    that tells the user what was done, or "" where there was nothing to do.
    """
    if action == RESOLVE:
        if not Comment.objects.filter(pk=remark.pk, settled_at=None).update(settled_at=timezone.now(), settled_by=user):
            return ""
        _tell(remark, user, "resolved", words)
        return "The comment has been resolved."
    if action == REOPEN:
        opened = Comment.objects.filter(pk=remark.pk, settled_at__isnull=False)
        if not opened.update(settled_at=None, settled_by=None):
            return ""
        _tell(remark, user, "reopened", words)
        return "The comment has been reopened."
    CommentReply.objects.create(comment=remark, by=user, text=words)
    _tell(remark, user, "replied to", words)
    return "Your reply has been posted."


def _build_thread(role: Role, remark: Comment, posted: tuple[int, ReplyForm] | None) -> RemarkThread:
    part = _find_remarked(remark)
    form = posted[1] if posted and posted[0] == remark.pk else ReplyForm(prefix=f"reply-{remark.pk}")
    return RemarkThread(
        remark=remark,
        label=part.title if part else WHOLE_ROLE,
        link=part.find_address(role) if part else "",
        replies=[*remark.replies.all()],
        form=form,
    )


def _find_remarked(remark: Comment) -> DeskPart | None:
    """The part that a remark is about. Older remarks name a field of the kit."""
    return (find_part(remark.part) or find_part_of(remark.part)) if remark.part else None


def _tell(remark: Comment, by: User, done: str, words: str) -> None:
    writers: Iterable[User | None] = [remark.by, *(reply.by for reply in remark.replies.select_related("by"))]
    people = sorted({user for user in writers if user and user != by}, key=lambda user: user.get_username())
    mail_thread(remark, by, people, done, words)
