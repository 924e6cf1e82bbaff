"""What every answer carries: a strict Content-Security-Policy and its companions; CSRF protection."""

from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask_wtf.csrf import CSRFProtect

csrf = CSRFProtect()

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
DECODER = "scanning/decoder.js"
"""The worker that reads QR codes; a worker has the policy of its own answer, so no page needs a wider one."""
DECODER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"


def _add_headers(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", DECODER_POLICY if _is_decoder() else POLICY)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=()"
    if request.is_secure:
        response.headers["Strict-Transport-Security"] = "max-age=31536000"
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "private, no-store")
    return response


def _is_decoder() -> bool:
    return request.endpoint == "static" and (request.view_args or {}).get("filename") == DECODER


def is_from_here() -> bool:
    """Tell whether a request was sent by a page of this app, or by no page at all.

    Browsers say where a request comes from, and a page cannot change what they say.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host


def safe_path(address: str | None, otherwise: str) -> str:
    """Return an address of this app to go on to; anything that leads elsewhere becomes ``otherwise``."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return otherwise
    if not address.isprintable():  # browsers drop line breaks and tabs before they read an address
        return otherwise
    parts = urlsplit(address)
    return otherwise if parts.scheme or parts.netloc else address


def init_app(app: Flask) -> None:
    """Set cookies, CSRF and headers."""
    settings = app.config["WIRING_QA"]
    app.config.update(
        SESSION_COOKIE_NAME="wiring_qa",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.public_url.startswith("https://"),
        # an answer that comes after its person has signed out must not sign them in again
        SESSION_REFRESH_EACH_REQUEST=False,
        # a shift on a tablet is longer than any time limit; the token ends with the session
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    csrf.init_app(app)
    app.after_request(_add_headers)
