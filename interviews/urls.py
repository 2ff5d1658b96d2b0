"""The question bank's addresses."""

from django.urls import path

from interviews import gathered, views

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/interview-questions/", views.role_questions, name="role-questions"),
    # /interview-questions/
    path("interview-questions/kit/", gathered.show_gathered, name="gathered"),
    path("interview-questions/", views.question_list, name="question-list"),
]
