"""The addresses of pay."""

from django.urls import path

from compensation.pages import views

urlpatterns = [
    # /roles/<slug>/
    path("roles/<slug:slug>/salary/", views.show_salary, name="salary"),
    # /salaries/
    path("salaries/", views.show_salaries, name="salaries"),
    # /how-we-measure-pay/
    path("how-we-measure-pay/", views.how_we_measure_pay, name="how-we-measure-pay"),
]
