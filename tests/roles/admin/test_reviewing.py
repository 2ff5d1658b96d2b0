"""Writers and reviewers: remarks, reviews that are asked for and answered, and the e-mail about them."""

from datetime import timedelta
from smtplib import SMTPException

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from company.store import save_site_company
from roles.admin.board.dashboard import list_panels
from roles.admin.part_pages.parts import DESK_PARTS
from roles.admin.reviewing.forms import RemarkForm
from roles.models.edition import Edition
from roles.models.teamwork import Comment, Review
from roles.models.working_copy import Role
from roles.publishing.rows import save_kit
from tests.company.samples import ACME, LOUD_BRAND
from tests.desk import untouched
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db


@pytest.fixture
def role():
    return a_published_kit().role


def a_person(name, group="Editor"):
    person = User.objects.create_user(name, f"{name}@example.com", is_staff=True)
    person.groups.add(Group.objects.get(name=group))
    return person


@pytest.fixture
def writer():
    return a_person("writer", "Author")


@pytest.fixture
def reviewer():
    return a_person("reviewer")


def send(client, person, role, **fields):
    client.force_login(person)
    return client.post(f"/admin/roles/role/{role.pk}/review/", fields)


def ask(client, writer, reviewer, role):
    return send(client, writer, role, **{"do": "ask", "ask-reviewer": reviewer.pk, "ask-note": "The pay part."})


def answer(client, reviewer, role, said, words=""):
    return send(client, reviewer, role, **{"do": "answer", "answer-answer": said, "answer-words": words})


def show(client, person, role):
    client.force_login(person)
    return client.get(f"/admin/roles/role/{role.pk}/review/").content.decode()


def test_a_remark_stands_until_it_is_resolved(client, writer, reviewer, role):
    send(client, reviewer, role, **{"do": "remark", "remark-part": "skills", "remark-text": "SQL is missing."})
    html = show(client, writer, role)
    assert f'<strong><a href="/admin/roles/role/{role.pk}/change/skills/">Skills</a></strong>' in html
    assert "SQL is missing." in html
    send(client, writer, role, do=f"resolve:{Comment.objects.get().pk}")
    settled = Comment.objects.get()
    assert (settled.settled_by, settled.settled_at is None) == (writer, False)
    assert "No comments are open." in show(client, writer, role)


@pytest.fixture
def remark(role, reviewer):
    return Comment.objects.create(role=role, part="pay", text="Too low for Denver.", by=reviewer)


def test_a_reply_stands_under_its_remark_and_its_writer_is_told(client, writer, role, remark, settings):
    send(client, writer, role, **{"do": f"reply:{remark.pk}", f"reply-{remark.pk}-text": "The survey says 120."})
    assert "The survey says 120." in show(client, writer, role)
    (message,) = mail.outbox
    assert message.to == ["reviewer@example.com"]
    assert message.subject == f"Comment replied to: {role}"
    assert "> Too low for Denver." in message.body
    assert "The survey says 120." in message.body
    assert f"{settings.SITE_URL}/admin/roles/role/{role.pk}/review/#remark-{remark.pk}" in message.body


def test_everyone_in_a_thread_is_told_but_whoever_writes(client, writer, reviewer, role, remark):
    send(client, writer, role, **{"do": f"reply:{remark.pk}", f"reply-{remark.pk}-text": "Which source?"})
    third = a_person("third")
    mail.outbox.clear()
    send(client, third, role, **{"do": f"reply:{remark.pk}", f"reply-{remark.pk}-text": "The filings."})
    assert sorted(message.to[0] for message in mail.outbox) == ["reviewer@example.com", "writer@example.com"]


def test_a_resolved_remark_is_opened_again(client, writer, role, remark):
    send(client, writer, role, do=f"resolve:{remark.pk}")
    assert "resolved by writer" in show(client, writer, role)
    send(client, writer, role, do=f"reopen:{remark.pk}")
    remark.refresh_from_db()
    assert (remark.settled_at, remark.settled_by) == (None, None)
    assert [message.subject.partition(":")[0] for message in mail.outbox] == ["Comment resolved", "Comment reopened"]


@pytest.mark.parametrize("action", ["resolve", "reopen"])
def test_nobody_is_told_twice(client, writer, role, remark, action):
    for _ in range(2):
        send(client, writer, role, do=f"resolve:{remark.pk}")
    if action == "reopen":
        for _ in range(2):
            send(client, writer, role, do=f"reopen:{remark.pk}")
    assert len(mail.outbox) == (1 if action == "resolve" else 2)


def test_an_empty_reply_is_refused_at_its_field(client, writer, role, remark):
    page = send(client, writer, role, do=f"reply:{remark.pk}")
    (thread,) = page.context["open_threads"]
    assert "text" in thread.form.errors
    assert not remark.replies.exists()


def test_a_remark_of_another_role_is_not_reached_from_here(client, writer, role, remark):
    other = save_kit(a_kit(slug="other", title="Other"))
    assert send(client, writer, other, do=f"resolve:{remark.pk}").status_code == 404


def test_remarks_are_named_as_the_desk_names_its_parts(client, writer, role):
    choices = dict(RemarkForm().fields["part"].choices)
    assert choices == {"": "The whole role", **{part.name: part.title for part in DESK_PARTS}}
    Comment.objects.create(role=role, part="job_description", text="From before.", by=writer)
    assert "Job description template</a></strong>" in show(client, writer, role)


@pytest.mark.slow
def test_an_open_remark_stands_on_the_page_of_its_part(client, writer, role, remark):
    client.force_login(writer)
    pages = {
        name: client.get(f"/admin/roles/role/{role.pk}/change/{name}/").content.decode() for name in ("pay", "faq")
    }
    assert "Too low for Denver." in pages["pay"]
    assert "Too low for Denver." not in pages["faq"]
    page = client.get(f"/admin/roles/role/{role.pk}/review/?part=pay")
    assert page.context["remark_form"]["part"].value() == "pay"


def test_an_empty_remark_is_refused_at_its_field(client, writer, role):
    page = send(client, writer, role, do="remark")
    assert "text" in page.context["remark_form"].errors
    assert not Comment.objects.exists()


def test_the_reviewer_is_told_by_e_mail(client, writer, reviewer, role, settings):
    ask(client, writer, reviewer, role)
    (message,) = mail.outbox
    assert message.to == ["reviewer@example.com"]
    assert "writer asks you to review" in message.body
    assert "The pay part." in message.body
    assert f"{settings.SITE_URL}/admin/roles/role/{role.pk}/review/" in message.body


@pytest.mark.parametrize("answered", [("approved", "Good."), ("sent-back", "The pay is old.")])
def test_whoever_asked_is_told_the_answer(client, writer, reviewer, role, answered):
    said, words = answered
    ask(client, writer, reviewer, role)
    answer(client, reviewer, role, said, words)
    review = Review.objects.get()
    assert (review.answer, review.words) == (said, words)
    assert mail.outbox[1].to == ["writer@example.com"]
    assert words in mail.outbox[1].body
    assert words in show(client, writer, role)


def test_a_role_is_not_sent_back_without_words(client, writer, reviewer, role):
    ask(client, writer, reviewer, role)
    page = answer(client, reviewer, role, "sent-back")
    assert "words" in page.context["answer_form"].errors
    assert Review.objects.open().exists()


def test_nobody_else_answers(client, writer, reviewer, role):
    ask(client, writer, reviewer, role)
    answer(client, writer, role, "approved", "I like it.")
    assert Review.objects.get().answer == ""


def test_there_is_one_review_at_a_time(client, writer, reviewer, role):
    ask(client, writer, reviewer, role)
    ask(client, reviewer, writer, role)
    assert Review.objects.get().reviewer == reviewer
    assert len(mail.outbox) == 1


def test_a_review_is_withdrawn_and_asked_for_again(client, writer, reviewer, role):
    ask(client, writer, reviewer, role)
    send(client, writer, role, do="withdraw")
    ask(client, writer, reviewer, role)
    assert [review.answer for review in Review.objects.order_by("pk")] == ["withdrawn", ""]


def test_a_save_after_it_was_asked_for_is_told(client, writer, reviewer, role):
    ask(client, writer, reviewer, role)
    assert "The role has been saved since then." not in show(client, reviewer, role)
    save_kit(a_kit(title="Changed"))
    Role.objects.get().count_save()
    assert "The role has been saved since then." in show(client, reviewer, role)


def list_reviews():
    return {row.name: row.says for panel in list_panels() if panel.heading == "Reviews" for row in panel.rows}


def test_the_board_names_what_waits_and_what_was_sent_back(client, writer, reviewer, role):
    ask(client, writer, reviewer, role)
    assert list_reviews() == {role.title: "Waiting for reviewer"}
    answer(client, reviewer, role, "sent-back", "No.")
    assert list_reviews() == {role.title: "Sent back to writer"}
    ask(client, writer, reviewer, role)
    answer(client, reviewer, role, "approved")
    assert list_reviews() == {}


@pytest.mark.slow
def test_whoever_asked_hears_that_it_is_published(client, writer, role, django_capture_on_commit_callbacks):
    ask(client, writer, a_person("reviewer"), role)
    save_kit(a_kit(title="Better"))
    publisher = a_person("publisher", "Publisher")
    client.force_login(publisher)
    page = client.get(f"/admin/roles/role/{role.pk}/publish/")
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/admin/roles/role/{role.pk}/publish/", untouched(page) | {"note": "Better pay", "accept": "on"})
    assert mail.outbox[-1].to == ["writer@example.com"]
    assert "Better pay" in mail.outbox[-1].body


def test_an_e_mail_that_cannot_be_sent_keeps_nobody_from_work(client, writer, role, monkeypatch, caplog):
    def fail(*arguments):
        raise SMTPException("reviewer@example.com refused")

    monkeypatch.setattr("roles.admin.reviewing.mails.send_mail", fail)
    ask(client, writer, a_person("reviewer"), role)
    assert Review.objects.open().exists()
    assert "couldn't be sent: SMTPException" in caplog.text
    assert "reviewer@example.com" not in caplog.text


def test_what_is_due_is_told_to_those_who_may_publish(role, writer, capsys):
    a_person("publisher", "Publisher")
    call_command("send_reminders")
    assert mail.outbox == []
    Edition.objects.update(published_at=timezone.now() - timedelta(days=200))
    call_command("send_reminders")
    assert [message.to for message in mail.outbox] == [["publisher@example.com"]]
    assert f"{role.title}: Overdue since" in mail.outbox[0].body


def test_a_forgotten_password_is_replaced_by_e_mail(client, writer, settings):
    writer.set_password("three-old-horses")
    writer.save()
    client.post("/passwords/", {"email": "writer@example.com"}, headers={"Host": "127.0.0.1"})
    (message,) = mail.outbox
    (link,) = [line for line in message.body.splitlines() if line.startswith(f"{settings.SITE_URL}/passwords/")]
    page = client.get(link.removeprefix(settings.SITE_URL), follow=True)
    [(address, _)] = page.redirect_chain
    client.post(address, {"new_password1": "four-new-horses", "new_password2": "four-new-horses"})
    assert User.objects.get(username="writer").check_password("four-new-horses")


def test_a_stranger_is_told_nothing(client):
    assert client.post("/passwords/", {"email": "nobody@example.com"}).status_code == 302
    assert mail.outbox == []


def test_the_sign_in_leads_there(client):
    assert b'href="/passwords/"' in client.get("/admin/login/").content


def test_e_mails_end_with_the_name_and_contact_of_the_site(client, writer, reviewer, role):
    save_site_company(ACME, LOUD_BRAND)
    writer.set_password("three-old-horses")
    writer.save()
    ask(client, writer, reviewer, role)
    client.post("/passwords/", {"email": "writer@example.com"}, headers={"Host": "127.0.0.1"})
    signature = f"{LOUD_BRAND.name}\nAcme Ltd, 1 Pier Street\nRegistered in Delaware\nhiring@acme.example\n"
    assert [message.body.endswith(signature) for message in mail.outbox] == [True, True]
