"""A new password by e-mail, for editors who forgot theirs. The second factor stays.

The link stands in one part of its address, so that logs mask it whole.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import views
from django.urls import path

SITE = urlsplit(settings.SITE_URL)  # whatever host was asked

urlpatterns = [
    path(
        "",
        views.PasswordResetView.as_view(
            email_template_name="admin/password_email.txt",
            subject_template_name="admin/password_subject.txt",
            extra_email_context={"domain": SITE.netloc, "protocol": SITE.scheme},
        ),
        name="admin_password_reset",
    ),
    path("sent/", views.PasswordResetDoneView.as_view(), name="password_reset_done"),
    path("<uidb64>.<token>/", views.PasswordResetConfirmView.as_view(), name="password_reset_confirm"),
    path("done/", views.PasswordResetCompleteView.as_view(), name="password_reset_complete"),
]
