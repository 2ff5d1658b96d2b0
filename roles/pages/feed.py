"""An Atom feed of editions: what is new in the library."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, SyndicationFeed
from django.views.decorators.http import require_safe

from company.site import read_site_name
from roles.models.edition import Edition
from web.page import Page, respond_with_page
from web.view import absolute_url

MOST_ENTRIES = 50


class EditionFeed(Feed):
    """An Atom feed of the newest editions of live roles."""

    feed_type = Atom1Feed
    subtitle = "Each new or changed hiring kit, with what changed."
    link = ""  # set by get_feed
    language = "en"

    def title(self) -> str:
        """The feed's title, such as "Rolebook: new editions"."""
        return f"{read_site_name()}: new editions"

    def author_name(self) -> str:
        """The site's name, as the author of the feed."""
        return read_site_name()

    def get_feed(self, obj: object, request: HttpRequest) -> SyndicationFeed:
        """The feed, with its own addresses at SITE_URL whichever host was asked."""
        self.link, self.feed_url = absolute_url(reverse("role-list")), absolute_url(reverse("feed"))
        return super().get_feed(obj, request)

    def items(self) -> QuerySet[Edition]:
        """A query for the MOST_ENTRIES editions that went live last, of roles that are live, without their kits."""
        live = Edition.objects.shown().values("role")
        return (
            Edition.objects.filter(role__in=live, live_from__lte=timezone.now())
            .cards()
            .order_by("-live_from", "-pk")[:MOST_ENTRIES]
        )

    def item_title(self, item: Edition) -> str:
        """The role's title and the edition's number."""
        return str(item)

    def item_description(self, item: Edition) -> str:
        """The publisher's note on what the edition changed."""
        return item.note

    def item_link(self, item: Edition) -> str:
        """The full address of the list of changes on the role's page."""
        return absolute_url(f"{item.get_absolute_url()}#changes")

    def item_guid(self, item: Edition) -> str:
        """The full address of the edition's JSON, which no other edition has."""
        return absolute_url(reverse("api-edition", args=[item.slug, item.number]))

    def item_pubdate(self, item: Edition) -> datetime:
        """The moment the edition went live, in UTC."""
        return item.live_from

    item_updateddate = item_pubdate


@require_safe
def show_feed(request: HttpRequest) -> HttpResponse:
    """Answer the Atom feed of new editions, the same for everyone. Caches may keep it."""
    written = EditionFeed()(request)
    return respond_with_page(request, Page.from_body(written.content, "application/atom+xml; charset=utf-8"))
