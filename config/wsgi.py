"""The application that gunicorn serves: what is in memory at once, everything else unless it waited too long."""

import os
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
site: Any = get_wsgi_application()

from django.conf import settings  # noqa: E402 # these need a Django that is set up

from config.overload import Shedding  # noqa: E402
from roles.holding import Holding  # noqa: E402

application = Holding(Shedding(site), settings.HELD_BYTES)
