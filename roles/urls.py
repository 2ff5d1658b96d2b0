"""The library's addresses."""

from django.urls import path

from roles.pages import api, card_views, comparison, counting, faq, previews, roles
from roles.pages.feed import show_feed
from roles.skills import pages as skills

urlpatterns = [
    # /roles/
    path("roles/", roles.role_list, name="role-list"),
    path("roles/<slug:slug>/", roles.role_detail, name="role-detail"),
    path("roles/<slug:slug>.json", api.kit_as_json, name="kit-json"),
    path("roles/<slug:slug>.yaml", api.kit_as_yaml, name="kit-yaml"),
    path("roles/<slug:slug>/card.png", card_views.show_role_card, name="role-card"),
    path("roles/<slug:slug>/faq/", faq.role_faq, name="role-faq"),
    path("roles/<slug:slug>/faq/<slug:faq>/", faq.show_answer, name="answer"),
    # /faq/
    path("faq/", faq.show_faq, name="faq"),
    # /compare/
    path("compare/", comparison.show_compare, name="compare"),
    path("compare/<slug:first>/<slug:second>/", comparison.show_comparison, name="comparison"),
    path("compare/<slug:first>/<slug:second>/card.png", card_views.comparison_card_view, name="comparison-card"),
    # /levels/
    path("levels/", comparison.show_ladder, name="ladder"),
    # /skills/
    path("skills/", skills.show_skills, name="skill-list"),
    path("skills/<slug:slug>/", skills.show_skill, name="skill-detail"),
    # /previews/
    path("previews/<str:token>/", previews.role_preview, name="role-preview"),
    # /counts/
    path("counts/copied/<slug:slug>/", counting.count_copy, name="count-copied"),
    path("counts/chosen/", counting.count_choice, name="count-chosen"),
    # /authors/
    path("authors/", roles.author_list, name="author-list"),
    path("authors/<slug:slug>/", roles.author_detail, name="author-detail"),
    # /api/
    path("api/", api.show_api, name="api"),
    path("api/roles/", api.api_roles, name="api-roles"),
    path("api/roles/<slug:slug>/editions/", api.api_editions, name="api-editions"),
    path("api/roles/<slug:slug>/editions/<int:number>/", api.api_edition, name="api-edition"),
    path("api/roles/<slug:slug>/changes/<int:before>/<int:after>/", api.api_changes, name="api-changes"),
    path("api/skills/", skills.show_skill_data, name="api-skills"),
    # files
    path("kit.schema.json", api.kit_schema, name="kit-schema"),
    path("card.png", card_views.site_card, name="site-card"),
    path("feed.xml", show_feed, name="feed"),
]
