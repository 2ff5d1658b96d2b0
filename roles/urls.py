"""The library's addresses."""

from django.urls import path

from roles import counting, previews, views

urlpatterns = [
    # /roles/
    path("roles/", views.role_list, name="role-list"),
    path("roles/<slug:slug>/", views.role_detail, name="role-detail"),
    # /previews/
    path("previews/<str:token>/", previews.role_preview, name="role-preview"),
    # /counts/
    path("counts/copied/<slug:slug>/", counting.copied, name="count-copied"),
    # /authors/
    path("authors/", views.author_list, name="author-list"),
    path("authors/<slug:slug>/", views.author_detail, name="author-detail"),
]
