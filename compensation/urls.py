"""The addresses of pay."""

from django.urls import path

from compensation.pages import pay_law, views

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/salary/", views.show_salary, name="salary"),
    path("roles/<slug:slug>/salary/places/", views.show_places, name="salary-places"),
    path("roles/<slug:slug>/salary/<slug:area>/", views.show_salary, name="salary-in-area"),
    # /salaries/
    path("salaries/", views.show_salaries, name="salaries"),
    path("salaries/places.json", views.list_places, name="places"),
    # /pay-law/
    path("pay-law/", pay_law.list_rules, name="pay-law"),
    path("pay-law/changes.atom", pay_law.show_rule_feed, name="pay-law-feed"),
    path("pay-law/<slug:slug>/", pay_law.show_rule, name="pay-law-rule"),
    # /how-we-measure-pay/
    path("how-we-measure-pay/", views.how_we_measure_pay, name="how-we-measure-pay"),
]
