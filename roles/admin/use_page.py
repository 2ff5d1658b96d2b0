"""The desk's page of what readers use."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from roles.admin.base import RoleAdminBase
from roles.admin.use import PERIODS, USUAL_PERIOD, WEEKS_SHOWN, read_use


class UsePage(RoleAdminBase):
    """The page of what readers use, beside the list of roles."""

    def use(self, request: HttpRequest) -> HttpResponse:
        """What was read, copied, downloaded, saved and searched for in the last ?days=. Raises PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = request.GET.get("days", "")
        days = int(asked) if asked in map(str, PERIODS) else USUAL_PERIOD
        return self.render_desk_page(
            request, None, "use", "What readers use", use=read_use(days), periods=PERIODS, weeks_shown=WEEKS_SHOWN
        )
