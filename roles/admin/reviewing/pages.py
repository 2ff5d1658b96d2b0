"""The desk's page of a role's remarks and reviews."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from roles.admin.base import RoleAdminBase, find_user
from roles.admin.reviewing.forms import AnswerForm, AskForm, RemarkForm, list_part_choices
from roles.admin.reviewing.mails import mail_answered, mail_asked
from roles.models.teamwork import Comment, Review
from roles.models.working_copy import Role

FORMS = ("remark", "ask", "answer")  # by the name of the button that sends each


class ReviewingPages(RoleAdminBase):
    """Remark on a part, settle a remark, ask for a review, approve or send back. Who has to act hears by e-mail."""

    reviewing_pages = {"review": "review/"}

    def review(self, request: HttpRequest, pk: int) -> HttpResponse:
        """A role's remarks and reviews; a post adds one, settles one or answers one. Raises Http404 and
        PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_change_permission(request))
        user = find_user(request)
        waiting = role.reviews.open().select_related("asked_by", "reviewer").first()
        forms = self._build_forms(request, user)
        if request.method == "POST" and self._do(request, role, user, waiting, forms):
            return redirect("admin:roles_role_review", role.pk)
        labels = dict(list_part_choices())
        remarks = role.comments.select_related("by", "settled_by")
        return self.render_desk_page(
            request,
            role,
            "review",
            "Review",
            waiting=waiting,
            is_reviewer=bool(waiting and waiting.reviewer == user),
            changed_since=bool(waiting and waiting.version != role.version),
            past=role.reviews.exclude(answered_at=None).select_related("asked_by", "reviewer")[:20],
            remarks=[(labels.get(remark.part, remark.part), remark) for remark in remarks.filter(settled_at=None)],
            settled=[(labels.get(remark.part, remark.part), remark) for remark in remarks.exclude(settled_at=None)],
            **{f"{name}_form": form for name, form in forms.items()},
        )

    def _build_forms(self, request: HttpRequest, user: User) -> dict[str, Form]:
        def find_posted(name: str) -> object:
            return request.POST if request.method == "POST" and request.POST.get("do") == name else None

        return {
            "remark": RemarkForm(find_posted("remark"), prefix="remark"),  # type: ignore[arg-type] # QueryDict or None
            "ask": AskForm(find_posted("ask"), prefix="ask", asked_by=user.pk),
            "answer": AnswerForm(find_posted("answer"), prefix="answer"),  # type: ignore[arg-type] # as above
        }

    def _do(self, request: HttpRequest, role: Role, user: User, waiting: Review | None, forms: dict[str, Form]) -> bool:
        """Do what was posted, and say whether it is done."""
        wanted = request.POST.get("do", "")
        if wanted.startswith("settle:"):
            self._settle(request, role, user, wanted.removeprefix("settle:"))
            return True
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
            messages.error(request, "A review is under way already.")
            return
        self.log_change(request, role, f"Asked {review.reviewer} for a review.")
        mail_asked(review)
        told = "" if review.reviewer and review.reviewer.email else " They have no e-mail address: tell them yourself."
        messages.success(request, f"{review.reviewer} is asked for a review.{told}")

    def _settle(self, request: HttpRequest, role: Role, user: User, key: str) -> None:
        remark = get_object_or_404(role.comments, pk=int(key) if key.isdecimal() else 0)
        Comment.objects.filter(pk=remark.pk, settled_at=None).update(settled_at=timezone.now(), settled_by=user)
        messages.success(request, "The remark is settled.")


def _answer(review: Review, answer: Review.Answer, words: str) -> None:
    review.answer, review.words, review.answered_at = answer, words, timezone.now()
    review.save(update_fields=["answer", "words", "answered_at"])
