"""The desk's page of a role's remarks and reviews."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from roles.admin.base import RoleAdminBase, find_user, read_row_key
from roles.admin.reviewing.forms import AnswerForm, AskForm, RemarkForm, ReplyForm
from roles.admin.reviewing.mails import mail_answered, mail_asked
from roles.admin.reviewing.remarks import REOPEN, REPLY, RESOLVE, act_on_remark, list_threads
from roles.models.teamwork import Comment, Review
from roles.models.working_copy import Role

FORMS = ("remark", "ask", "answer")  # by the name of the button that sends each


class ReviewingPages(RoleAdminBase):
    """The desk's page on which a role is reviewed: remarks, replies, and a request with its answer. Those who have to
    act get e-mail.
    """

    reviewing_pages = {"review": "review/"}

    def review(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page of a role's remarks and reviews. A POST adds, resolves, reopens or answers one, sends e-mail to
        those concerned, and redirects. Raises Http404 and PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_change_permission(request))
        user = find_user(request)
        waiting = role.reviews.open().select_related("asked_by", "reviewer").first()
        forms = self._build_forms(request, user)
        if request.method == "POST" and self._do(request, role, user, waiting, forms):
            return redirect("admin:roles_role_review", role.pk)
        threads = list_threads(role, self._find_faulty_reply(request))
        return self.render_desk_page(
            request,
            role,
            "review",
            "Review",
            waiting=waiting,
            is_reviewer=bool(waiting and waiting.reviewer == user),
            changed_since=bool(waiting and waiting.version != role.version),
            past=role.reviews.exclude(answered_at=None).select_related("asked_by", "reviewer")[:20],
            open_threads=[thread for thread in threads if not thread.remark.settled_at],
            resolved_threads=[thread for thread in threads if thread.remark.settled_at],
            **{f"{name}_form": form for name, form in forms.items()},
        )

    def _build_forms(self, request: HttpRequest, user: User) -> dict[str, Form]:
        def find_posted(name: str) -> object:
            return request.POST if request.method == "POST" and request.POST.get("do") == name else None

        return {
            "remark": RemarkForm(find_posted("remark"), prefix="remark", initial={"part": request.GET.get("part", "")}),  # type: ignore[arg-type] # QueryDict or None
            "ask": AskForm(find_posted("ask"), prefix="ask", asked_by=user.pk),
            "answer": AnswerForm(find_posted("answer"), prefix="answer"),  # type: ignore[arg-type] # as above
        }

    def _do(self, request: HttpRequest, role: Role, user: User, waiting: Review | None, forms: dict[str, Form]) -> bool:
        """Do what was posted, and say whether it is done."""
        wanted = request.POST.get("do", "")
        action, _, key = wanted.partition(":")
        if action in (RESOLVE, REOPEN, REPLY):
            return self._act_on_remark(request, role, user, action, key)
        if wanted == "withdraw" and waiting and user in (waiting.asked_by, waiting.reviewer):
            _answer(waiting, Review.Answer.WITHDRAWN, "")
            return True
        form = forms.get(wanted)
        if form is None or not form.is_valid():
            return False
        if wanted == "remark":
            Comment.objects.create(role=role, by=user, **form.cleaned_data)
        elif wanted == "ask":
            self._ask(request, role, user, form)
        elif waiting and waiting.reviewer == user:
            _answer(waiting, Review.Answer(form.cleaned_data["answer"]), form.cleaned_data["words"])
            self.log_change(request, role, f"{waiting.get_answer_display()} in review.")
            mail_answered(waiting)
        else:
            messages.error(request, "Only the reviewer who was asked can answer, and only once.")
        return True

    def _ask(self, request: HttpRequest, role: Role, user: User, form: Form) -> None:
        try:
            with transaction.atomic():
                review = Review.objects.create(role=role, version=role.version, asked_by=user, **form.cleaned_data)
        except IntegrityError:
            messages.error(request, "A review is already under way.")
            return
        self.log_change(request, role, f"Asked {review.reviewer} for a review.")
        mail_asked(review)
        told = "" if review.reviewer and review.reviewer.email else " They have no email address: tell them yourself."
        messages.success(request, f"{review.reviewer} has been asked for a review.{told}")

    def _act_on_remark(self, request: HttpRequest, role: Role, user: User, action: str, key: str) -> bool:
        """Resolve a remark, open it again or reply to it, and say whether it is done."""
        remark = get_object_or_404(role.comments, pk=read_row_key(key))
        words = ""
        if action == REPLY:
            form = ReplyForm(request.POST, prefix=f"reply-{remark.pk}")
            if not form.is_valid():
                return False
            words = form.cleaned_data["text"]
        if said := act_on_remark(remark, action, user, words):
            messages.success(request, said)
        return True

    def _find_faulty_reply(self, request: HttpRequest) -> tuple[int, ReplyForm] | None:
        action, _, key = request.POST.get("do", "").partition(":")
        remark = read_row_key(key)
        return (remark, ReplyForm(request.POST, prefix=f"reply-{remark}")) if action == REPLY and remark else None


def _answer(review: Review, answer: Review.Answer, words: str) -> None:
    review.answer, review.words, review.answered_at = answer, words, timezone.now()
    review.save(update_fields=["answer", "words", "answered_at"])
