"""Settings, all from the environment; docs/settings.md lists every one."""

from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from environs import Env

from illuminate.foundation.access.keys import read_master_key
from illuminate.foundation.database.connections import databases

env = Env()

DATA = Path(env.str("ILLUMINATE_DATA", "var")).resolve()
DEBUG = False
DEMO = env.bool("ILLUMINATE_DEMO", False)
PUBLIC_URL = env.str("ILLUMINATE_PUBLIC_URL", "http://localhost:8000").rstrip("/")
LIBRARY_HOST = env.str("ILLUMINATE_LIBRARY_HOST", "")


def _master_key() -> bytes:
    """The key from the environment, else from the data folder's own file, else none: fit for no database."""
    text = env.str("ILLUMINATE_MASTER_KEY", "")
    kept = DATA / "keys" / "master.key"
    if not text and kept.is_file():
        text = kept.read_text().strip()
    try:
        return read_master_key(text) if text else bytes(32)
    except ValueError as error:
        raise ImproperlyConfigured(str(error)) from error


MASTER_KEY = _master_key()
SECRET_KEY = env.str("ILLUMINATE_SECRET_KEY", "") or MASTER_KEY.hex()

DATABASES = databases(env, MASTER_KEY)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASE_ROUTERS: list[str] = []

ALLOWED_HOSTS = [
    *env.list("ILLUMINATE_HOSTS", ["localhost", "127.0.0.1", "[::1]"]),
    *([LIBRARY_HOST] if LIBRARY_HOST else []),
]
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if urlsplit(PUBLIC_URL).scheme == "https" else []
HTTPS = urlsplit(PUBLIC_URL).scheme == "https"

ROOMS = [
    "illuminate.foundation.database",
    "illuminate.foundation.design",
    "illuminate.foundation.audit",
    "illuminate.foundation.access",
    "illuminate.foundation.documents",
    "illuminate.foundation.mailroom",
    "illuminate.journey.reviews",
    "illuminate.journey.people",
    "illuminate.journey.intake",
    "illuminate.journey.panel",
    "illuminate.journey.agencies",
    "illuminate.journey.chronology",
    "illuminate.journey.report",
    "illuminate.journey.involvement",
    "illuminate.journey.anonymity",
    "illuminate.journey.assurance",
    "illuminate.journey.publication",
    "illuminate.journey.improvement",
    "illuminate.reading.desk",
    "illuminate.reading.library",
]
INSTALLED_APPS = [
    *ROOMS,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "procrastinate.contrib.django",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "illuminate.foundation.access.middleware.RequestSizeMiddleware",
    "django.middleware.common.CommonMiddleware",
    "illuminate.reading.library.middleware.LibraryMiddleware",  # before anything that knows who is reading
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "illuminate.foundation.database.middleware.ActingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "illuminate.foundation.access.middleware.ClosedByDefaultMiddleware",
    "illuminate.foundation.access.submissions.OnceMiddleware",
    "illuminate.journey.reviews.web.RefusalMiddleware",
]

ROOT_URLCONF = "illuminate.config.urls"
WSGI_APPLICATION = "illuminate.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "illuminate.foundation.access.context.site",
            ],
            "builtins": ["illuminate.foundation.design.templatetags.design"],
        },
    }
]
FORM_RENDERER = "illuminate.foundation.design.renderer.Renderer"

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["illuminate.foundation.access.backends.EmailBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "access:signed_out"
ACCOUNT_ADAPTER = "illuminate.foundation.access.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "illuminate.foundation.access.forms_sign_in.SignInForm",
    "reauthenticate": "illuminate.foundation.access.forms_sign_in.PasswordAgainForm",
    "change_password": "illuminate.foundation.access.forms_sign_in.ChangePasswordForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = None  # allauth would look it up in the clear; accounts are found by digest
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser, and after a working day
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("ILLUMINATE_PROXIES", 0)
MFA_ADAPTER = "illuminate.foundation.access.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "illuminate.foundation.access.forms_sign_in.CodeForm",
    "authenticate_webauthn": "illuminate.foundation.access.forms_sign_in.PasskeyForm",
    "reauthenticate": "illuminate.foundation.access.forms_sign_in.CodeAgainForm",
    "activate_totp": "illuminate.foundation.access.forms_sign_in.SetUpAppForm",
    "add_webauthn": "illuminate.foundation.access.forms_sign_in.AddPasskeyForm",
    "edit_webauthn": "illuminate.foundation.access.forms_sign_in.RenamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
MFA_TOTP_ISSUER = "Illuminate"
MFA_TOTP_TOLERANCE = 1
USERSESSIONS_TRACK_ACTIVITY = False
SOCIALACCOUNT_ADAPTER = "illuminate.foundation.access.adapters.SingleSignOnAdapter"
OIDC_URL = env.str("ILLUMINATE_OIDC_URL", "")
OIDC_NAME = env.str("ILLUMINATE_OIDC_NAME", "your organisation")
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "organisation",
                "name": OIDC_NAME,
                "client_id": env.str("ILLUMINATE_OIDC_CLIENT_ID", ""),
                "secret": env.str("ILLUMINATE_OIDC_CLIENT_SECRET", ""),
                "settings": {"server_url": OIDC_URL},
            }
        ]
        if OIDC_URL
        else [],
        "OAUTH_PKCE_ENABLED": True,
    }
}

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "illuminate_cache"},
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True

DOCUMENTS = DATA / "documents"
RELEASED = DATA / "released"
UPLOAD_LIMIT_MB = env.int("ILLUMINATE_UPLOAD_LIMIT_MB", 50)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["illuminate.foundation.documents.uploads.InMemory"]

MAIL_FROM = env.str("ILLUMINATE_MAIL_FROM", "illuminate@localhost")
MAIL_TRANSPORT = env.str("ILLUMINATE_MAIL_TRANSPORT", "console")
SMTP_URL = env.str("ILLUMINATE_SMTP_URL", "")
NOTIFY_API_KEY = env.str("ILLUMINATE_NOTIFY_API_KEY", "")
NOTIFY_EMAIL_TEMPLATE = env.str("ILLUMINATE_NOTIFY_EMAIL_TEMPLATE", "")
NOTIFY_SMS_TEMPLATE = env.str("ILLUMINATE_NOTIFY_SMS_TEMPLATE", "")
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'", *([f"https://{urlsplit(OIDC_URL).netloc}"] if OIDC_URL else [])],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
CSRF_FAILURE_VIEW = "illuminate.foundation.access.failures.page_open_too_long"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "illuminate.foundation.access.sessions"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_SAVE_EVERY_REQUEST = False
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("ILLUMINATE_LOG_LEVEL", "WARNING")},
}
