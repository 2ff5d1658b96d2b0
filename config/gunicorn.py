"""How gunicorn serves the site, the same in `make run` and in production. Names are gunicorn's own settings."""

import os
from pathlib import Path

from django.conf import settings

from config import env

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")  # gunicorn reads this before it loads config.wsgi
bind = f"{env.read_text('HOST', '127.0.0.1')}:{settings.PORT}"
worker_class = "web.worker.Worker"  # gthread that knows how long a request has waited
workers = env.read_number("WORKERS", 2, least=1)
threads = settings.THREADS
preload_app = True  # a fault in the code stops the start, and the workers share what is loaded
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 # a heartbeat there never waits for a disk
worker_connections = 1000  # more wait in the kernel, and then in the proxy
backlog = 1024
keepalive = 75  # seconds; longer than the proxy in front keeps an idle connection
timeout = 60
graceful_timeout = 10
control_socket_disable = True
forwarder_headers = ""  # no visitor says below which path the site is (SCRIPT_NAME), whoever passes it on
logconfig_dict = settings.LOGGING | {
    "loggers": {"gunicorn.error": {"level": "WARNING", "handlers": [], "propagate": True}},
}
