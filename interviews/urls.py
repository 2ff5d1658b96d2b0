"""The question bank's addresses."""

from django.urls import path

from interviews import views

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/interview-questions/", views.role_questions, name="role-questions"),
    # /interview-questions/
    path("interview-questions/", views.question_list, name="question-list"),
]
