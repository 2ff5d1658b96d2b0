"""Pay and experience in templates."""

from django import template

from roles.kit import figures
from roles.pages.charts import draw_grid

register = template.Library()

register.filter("number", figures.format_number)
register.filter("money", figures.format_money)
register.filter("tick", figures.format_tick)
register.filter("grid", draw_grid)
register.simple_tag(figures.pay_range, name="pay_range")
register.simple_tag(figures.short_pay_range, name="short_pay_range")
register.simple_tag(figures.format_years, name="years")
