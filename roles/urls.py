"""The library's addresses."""

from django.urls import path

from roles import card_views, comparison_views, counting, data_views, faq_views, previews, views
from roles.feed import feed

urlpatterns = [
    # /roles/
    path("roles/", views.role_list, name="role-list"),
    path("roles/<slug:slug>/", views.role_detail, name="role-detail"),
    path("roles/<slug:slug>.json", data_views.kit_as_json, name="kit-json"),
    path("roles/<slug:slug>.yaml", data_views.kit_as_yaml, name="kit-yaml"),
    path("roles/<slug:slug>/card.png", card_views.role_card, name="role-card"),
    path("roles/<slug:slug>/faq/", faq_views.role_faq, name="role-faq"),
    path("roles/<slug:slug>/faq/<slug:faq>/", faq_views.answer, name="answer"),
    # /faq/
    path("faq/", faq_views.faq, name="faq"),
    # /compare/
    path("compare/", comparison_views.compare, name="compare"),
    path("compare/<slug:first>/<slug:second>/", comparison_views.comparison, name="comparison"),
    path("compare/<slug:first>/<slug:second>/card.png", card_views.comparison_card_view, name="comparison-card"),
    # /levels/
    path("levels/", comparison_views.ladder, name="ladder"),
    # /previews/
    path("previews/<str:token>/", previews.role_preview, name="role-preview"),
    # /counts/
    path("counts/copied/<slug:slug>/", counting.copied, name="count-copied"),
    # /authors/
    path("authors/", views.author_list, name="author-list"),
    path("authors/<slug:slug>/", views.author_detail, name="author-detail"),
    # /api/
    path("api/", data_views.api, name="api"),
    path("api/roles/", data_views.api_roles, name="api-roles"),
    path("api/roles/<slug:slug>/editions/", data_views.api_editions, name="api-editions"),
    path("api/roles/<slug:slug>/editions/<int:number>/", data_views.api_edition, name="api-edition"),
    path("api/roles/<slug:slug>/changes/<int:before>/<int:after>/", data_views.api_changes, name="api-changes"),
    # files
    path("kit.schema.json", data_views.kit_schema, name="kit-schema"),
    path("card.png", card_views.site_card, name="site-card"),
    path("feed.xml", feed, name="feed"),
]
