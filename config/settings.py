"""Every setting of the site. What differs between installations comes from the environment: see docs/settings.md."""

import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from django.utils.csp import CSP

from config import env, first_paint, postgres, secret_key
from packs.limits import MOST_FIELDS

BASE_DIR = Path(__file__).resolve().parent.parent
VERSION = re.findall(r"(?m)^## (\d+\.\d+\.\d+)", (BASE_DIR / "CHANGELOG.md").read_text())[0]
DATA_DIR = Path(env.read_text("ROLEBOOK_DATA_DIR", str(BASE_DIR / "var"))).resolve()
DEBUG = env.read_flag("DEBUG", default=False)
SECRET_KEY = env.read_secret("SECRET_KEY") or secret_key.read_or_make_key(DATA_DIR / "secret-key")

# The address that readers use. Canonical links carry it, and it decides whether the site insists on HTTPS.
PORT = env.read_number("PORT", 8000, least=1)
SITE_URL = env.read_site_address("SITE_URL", f"http://localhost:{PORT}")
HTTPS = SITE_URL.startswith("https://")
SECURITY_CONTACT = env.read_text("SECURITY_CONTACT", f"mailto:security@{urlsplit(SITE_URL).hostname}")
ALLOWED_HOSTS = [str(urlsplit(SITE_URL).hostname), *env.read_words("ALLOWED_HOSTS"), "localhost", "127.0.0.1", "[::1]"]

# What editors are told by e-mail. Without an address it stands on standard output.
MAILERS = {"default": env.read_mailer("EMAIL_URL")}
DEFAULT_FROM_EMAIL = env.read_text("EMAIL_FROM", f"rolebook@{urlsplit(SITE_URL).hostname}")

# Where editors sign in. Another name keeps guessers of passwords away.
ADMIN_PATH = env.read_folder("ADMIN_PATH", "admin")

INSTALLED_APPS = [
    "config.apps.RolebookAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.forms",
    "crispy_forms",
    "django_htmx",
    "import_export",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "axes",
    "config.apps.SiteConfig",
    "packs",
    "interviews",
    "compensation",
    "roles",
    "occupations",
    "company",
]

MIDDLEWARE = [
    "config.pages.health.overlook_host",  # above everything that asks for the host
    "web.middleware.add_headers",  # above all that answers by itself, such as the redirect to HTTPS and WhiteNoise
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "web.mounting.mount_languages",  # above everything that asks for the path or says a word
    "web.rate_limit.FairShare",
    "web.quota.attach_quota",
    "packs.pages.company.attach_company",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.sessions.renew_session",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "roles.pages.slug_redirects.redirect_old_slugs",
    "roles.pages.kit_language.KitLanguage",
    "web.stopped.Stopped",
    "web.middleware.Unavailable",
    "axes.middleware.AxesMiddleware",  # answers a sign-in that is locked
    "web.middleware.read_fields",  # below everything that may answer without them, or that answers errors
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# Django counts the fields of a form before anything of ours does. The workbench sends what MOST_FIELDS says.
DATA_UPLOAD_MAX_NUMBER_FIELDS = MOST_FIELDS

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "roles.templatetags.language",
                "web.templatetags.optional",
                "company.templatetags.branding",
                "web.templatetags.first_paint",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # widgets may have a template of ours
CRISPY_TEMPLATE_PACK = "rolebook"
CRISPY_ALLOWED_TEMPLATE_PACKS = [CRISPY_TEMPLATE_PACK]

# Database: one pool per process, with a connection for each thread that gunicorn runs and one for probes. So who
# waits for one waits for a database that is away, and is told soon; attempts to reach it start again before their
# pauses grow long.
THREADS = env.read_number("THREADS", 4, least=1)
DATABASE_URL = env.read_secret("DATABASE_URL")
EMBEDDED = not DATABASE_URL
DATABASE = postgres.embedded_in(DATA_DIR / "postgres") if EMBEDDED else postgres.server_at(DATABASE_URL)
DATABASE["OPTIONS"]["pool"] = {"min_size": 1, "max_size": THREADS + 1, "timeout": 2, "reconnect_timeout": 5}
DATABASES = {"default": DATABASE}

# A saved pack that nobody saves or keeps for so many days is deleted; its page warns for the last of them.
PACK_DAYS = env.read_number("PACK_DAYS", 180, least=1)
PACK_WARNING_DAYS = env.read_number("PACK_WARNING_DAYS", 30)

# One that nobody opens again after the hour in which it was made goes sooner.
PACK_UNOPENED_DAYS = env.read_number("PACK_UNOPENED_DAYS", 30, least=1)

# On a company's own site its editors may see every saved opening on the desk. Elsewhere nobody can look one up.
EDITORS_SEE_OPENINGS = env.read_flag("EDITORS_SEE_OPENINGS", default=False)

# What one network may save in a day: new packs, and megabytes in all.
NEW_PACKS_A_DAY = env.read_number("NEW_PACKS_A_DAY", 100)
MEGABYTES_A_DAY = env.read_number("MEGABYTES_A_DAY", 100)

# For how long a process may go on serving an edition after another one went live.
SECONDS_STALE = 1

# For how long what is in memory is given on while the database is away: an hour, then readers are told to come back.
SECONDS_LAST_KNOWN = 60 * 60

# A request that waited longer for a free thread is answered 503 at once: its reader has likely gone.
SECONDS_IN_LINE = env.read_number("SECONDS_IN_LINE", 5, least=1)

# What visitors bring is read, reviewed and written as files by child processes of each worker, within these limits.
# More of them than REQUESTS_AT_ONCE, so that no visitor keeps all of them busy.
CHILD_PROCESSES = env.read_number("CHILD_PROCESSES", 3)
CHILD_SECONDS = env.read_number("CHILD_SECONDS", 10, least=1)
CHILD_MEGABYTES = env.read_number("CHILD_MEGABYTES", 512, least=256)
CHILD_MODULES = [
    "company.logo",
    "config.urls",  # loads the parts of every app, and so every check
    "packs.documents.docx_writer",
    "packs.documents.markdown_writer",
    "packs.documents.pdf_writer",
    "packs.interviews.hiring_pack",
    "packs.pages.own_review",
]

# What one visitor may ask of all processes: forms, searches and private pages, in a minute and at once; and through
# how many proxies of our own.
REQUESTS_A_MINUTE = env.read_number("REQUESTS_A_MINUTE", 300)
REQUESTS_AT_ONCE = env.read_number("REQUESTS_AT_ONCE", 2)
PROXIES = env.read_number("PROXIES", 0)

# Whoever has it may read the counts of answers at /metrics; without it nothing is counted and there is no such page.
METRICS_TOKEN = env.read_secret("METRICS_TOKEN")

# The most memory that finished answers of library pages may take in each process.
CACHED_BYTES = env.read_number("HELD_MEGABYTES", 64) * 1024**2

# How long what is read and copied gathers in memory before it is written.
SECONDS_BETWEEN_COUNTS = 60

# One language for all of the site's own words, so that pages stay the same for everyone; kits are in theirs.
LANGUAGES = [("en", "English"), ("es", "Español")]
LANGUAGE_CODE = env.read_choice("SITE_LANGUAGE", "en", [code for code, _ in LANGUAGES])
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "config.formats"
TIME_ZONE = "UTC"
USE_TZ = True

# Static files: hashed names that may be cached forever, compressed once at collection. DEBUG serves them as they are.
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_STORAGE = "django.contrib.staticfiles.storage.StaticFilesStorage" if DEBUG else "config.static.Storage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": STATIC_STORAGE},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site needs these files

# Security. Nothing may be loaded or run unless a line here allows it.
FIRST_STYLES = first_paint.read_styles(BASE_DIR / "static/css/first.css")
FIRST_SCRIPT = first_paint.read_script(BASE_DIR / "static/js/first.js")
SECURE_CSP = {
    "default-src": [CSP.NONE],
    # htmx, the site's own few scripts, the admin's, and the one that travels within the page
    "script-src": [CSP.SELF, first_paint.hash_for_policy(FIRST_SCRIPT)],
    # the site's style sheet, the admin's, and the styles that travel within the page
    "style-src": [CSP.SELF, first_paint.hash_for_policy(FIRST_STYLES)],
    "font-src": [CSP.SELF],  # the face of the headings
    "img-src": [CSP.SELF],  # icons
    "connect-src": [CSP.SELF],  # htmx requests: preview and filters
    "form-action": [CSP.SELF],
    "base-uri": [CSP.NONE],  # not covered by default-src
    "frame-ancestors": [CSP.NONE],  # nobody frames the site
}
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"  # the link to a saved pack is private and must not leave in a header
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.desk.kept_form.show_expired"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")  # set by the proxy that holds the certificate
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]  # probes come from inside, without TLS
    SECURE_HSTS_SECONDS = env.read_number("HSTS_SECONDS", 31_536_000)
# Whether the other hosts of the domain use HTTPS is for their owner to say, and a site without EMAIL_URL may write its
# e-mail to the log.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021", "mail.E001"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# Sign-in. Only the admin has sessions: their cookie goes nowhere else, and they end after 8 hours without a click.
SESSION_COOKIE_PATH = f"/{ADMIN_PATH}/"
SESSION_COOKIE_AGE = 8 * 60 * 60
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AXES_FAILURE_LIMIT = 5
WRONG_PASSWORDS_A_NAME = 30  # from all networks together, in the same time
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "web.rate_limit.sign_in_network"
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_DISABLE_ACCESS_LOG = True  # wrong tries are kept, for the lock; right ones are nobody's business
AXES_ALLOWED_CORS_ORIGINS = SITE_URL
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "Rolebook"
OTP_ADMIN_HIDE_SENSITIVE_DATA = True

# CSV in admin: whoever may see a table may take it away, whoever may change it may bring it in.
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "view"
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "change"
IMPORT_EXPORT_TMP_STORAGE_CLASS = "config.import_files.ImportFiles"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "web.logs.Json"}},
    "filters": {"calm": {"()": "web.logs.RefusalFilter"}},
    "handlers": {
        "stdout": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stdout",
            "formatter": "json",
            "filters": ["calm"],
        },
    },
    "root": {"handlers": ["stdout"], "level": env.read_text("LOG_LEVEL", "INFO")},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "INFO", "propagate": True},
        "axes": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
