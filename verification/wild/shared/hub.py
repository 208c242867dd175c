#!/usr/bin/env python3
"""The sound web interface of the base dossier; flawed ones override single methods of Hub.

hub.py [--plain-only ADDRESS:PORT]   with it: no TLS, no redirecting port, for use behind another server.
"""
import json
import os
import secrets
import socket
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

DEVICE = os.environ.get("DEVICE", "10.88.0.2")
PKI = os.environ.get("PKI", ".")
PASSWORD = "m4tz-9kwd-x2hq-b7rf"
CIPHERS = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305"
PAGE = '<!doctype html><html lang="en"><head><title>%s</title>%s</head><body><h1>%s</h1>%s</body></html>'
FORM = (
    '%s<form method="post" action="/login"><label>User <input name="username" type="text"></label>'
    '<label>Password <input name="password" type="password"></label><button>Sign in</button></form>'
)


class Lockout:
    """Slower after 5 wrong attempts in a row, locked for a second after 15; counted for each account."""

    slow_after, lock_after, lock_seconds = 5, 15, 1.0

    def __init__(self):
        self.wrong, self.until, self.mutex = {}, {}, threading.Lock()

    def key(self, user, handler):
        return user

    def locked(self, user, handler):
        return self.until.get(self.key(user, handler), 0) > time.monotonic()

    def right(self, user, handler):
        with self.mutex:
            self.wrong[self.key(user, handler)] = 0

    def mistake(self, user, handler):
        """Counts a wrong attempt; returns the seconds to wait before the answer."""
        with self.mutex:
            key = self.key(user, handler)
            count = self.wrong[key] = self.wrong.get(key, 0) + 1
            if count >= self.lock_after:
                self.wrong[key], self.until[key] = 0, time.monotonic() + self.lock_seconds
        return min(1.0, 0.25 * (count - self.slow_after)) if count > self.slow_after else 0


class Hub(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20
    secure = True
    users = {"owner": PASSWORD}
    sessions = {}
    lockout = Lockout()
    head = ""  # of the login page
    notice = ""
    settings = {"name": "hub", "timezone": "UTC", "wifi": "home", "tunnel": True}

    # ---- plumbing
    def log_message(self, *args):
        pass

    def send_error(self, code, message=None, explain=None):
        try:
            self.close_connection = True
            self.answer(code, "error", "text/plain")
        except OSError:
            pass

    def answer(self, code, body="", kind="text/html; charset=utf-8", headers=()):
        data = body if isinstance(body, bytes) else body.encode()
        self.send_response_only(code)
        fields = [("Content-Type", kind), ("Content-Length", str(len(data))), ("Cache-Control", "no-store"),
                  ("X-Content-Type-Options", "nosniff"), *self.more_headers(), *headers]
        if self.close_connection:
            fields.append(("Connection", "close"))
        for name, value in fields:
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def more_headers(self):
        return [("Strict-Transport-Security", "max-age=31536000"), ("X-Frame-Options", "DENY")] if self.secure else []

    def redirect(self, to, headers=()):
        self.answer(302, "", headers=[("Location", to), *headers])

    def json(self, value, code=200, headers=()):
        self.answer(code, json.dumps(value) + "\n", "application/json", headers)

    def form(self, data):
        fields = parse_qs(data.decode("utf-8", "replace"), keep_blank_values=True)
        return {name: values[0] for name, values in fields.items()}

    def cookie(self, name):
        for part in (self.headers.get("Cookie") or "").split(";"):
            key, _, value = part.strip().partition("=")
            if key == name:
                return value
        return None

    def handle_request(self):
        try:
            if self.headers.get("Transfer-Encoding"):
                self.close_connection = True
                return self.answer(501, "not supported", "text/plain")
            length = self.headers.get("Content-Length") or "0"
            if not length.isdigit() or int(length) > 65536:
                self.close_connection = True
                return self.answer(413, "too large", "text/plain")
            data = self.rfile.read(int(length))
            url = urlsplit(self.path)
            if self.secure:
                self.route(url.path, parse_qs(url.query, keep_blank_values=True), data)
            else:
                self.plain(url.path, data)
        except ValueError:
            self.answer(400, "bad request", "text/plain")
        except (OSError, ssl.SSLError):
            self.close_connection = True

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = handle_request

    # ---- what flawed ones override
    def plain(self, path, data):
        self.close_connection = True
        self.answer(301, "", headers=[("Location", "https://hub.local:8443/")])

    def who(self, path):
        """The account of the request's session, or None."""
        return self.sessions.get(self.cookie("sid"))

    def public(self, path, query, data):
        """Answers what needs no session; returns whether it did."""
        if path == "/health":
            self.json({"status": "ok"})
        elif path == "/login":
            self.login_page(data)
        else:
            return False
        return True

    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        user = self.who(path)
        if user is None:
            if path in ("/", "/settings", "/password", "/logout"):
                self.redirect("/login")
            else:
                self.answer(404, "not found", "text/plain")
        else:
            self.private(path, query, data, user)

    def accepts(self, user, password):
        """Whether the credentials are right, apart from the lock-out."""
        return secrets.compare_digest(self.users.get(user, secrets.token_hex(8)).encode(), password.encode())

    def attempt(self, user, password):
        """A login: ok, wrong or locked."""
        if self.lockout.locked(user, self):
            return "locked"
        if self.accepts(user, password):
            self.lockout.right(user, self)
            return "ok"
        time.sleep(self.lockout.mistake(user, self))
        return "wrong"

    def open_session(self, user):
        sid = secrets.token_hex(16)
        self.sessions[sid] = user
        return ("Set-Cookie", f"sid={sid}; Path=/; Secure; HttpOnly; SameSite=Strict")

    def login_html(self, message=""):
        text = f"<p>{message}</p>" if message else ""
        return PAGE % ("Sign in", self.head, "Sign in", FORM % (text + self.notice))

    def login_page(self, data):
        if self.command != "POST":
            return self.answer(200, self.login_html())
        fields = self.form(data)
        user, password = fields.get("username", ""), fields.get("password", "")
        if len(user) > 64 or len(password) > 128:
            return self.answer(400, "bad request", "text/plain")
        result = self.attempt(user, password)
        if result == "ok":
            return self.redirect("/", [self.open_session(user)])
        if result == "locked":
            return self.answer(429, self.login_html("Too many attempts. Wait a moment."))
        return self.answer(401, self.login_html("Wrong user name or password."))

    def private(self, path, query, data, user):
        if path == "/":
            links = ' '.join(f'<a href="/{p}">{p}</a>' for p in ("settings", "password", "logout"))
            self.answer(200, PAGE % ("Hub", "", "Hub", f"<p>Welcome</p>{links}"))
        elif path == "/settings":
            self.json(self.settings)
        elif path == "/password":
            self.change_password(data, user)
        elif path == "/logout":
            self.sessions.pop(self.cookie("sid"), None)
            self.redirect("/login", [("Set-Cookie", "sid=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict")])
        else:
            self.answer(404, "not found", "text/plain")

    def change_password(self, data, user):
        if self.command != "POST":
            fields = '<input type="password" name="old"><input type="password" name="new"><button>Change</button>'
            return self.answer(200, PAGE % ("Change password", "", "Change password", f'<form method="post" action="/password">{fields}</form>'))
        fields = self.form(data)
        new = fields.get("new", "")
        if not self.accepts(user, fields.get("old", "")) or not 12 <= len(new) <= 128:
            return self.answer(400, "not changed", "text/plain")
        self.users[user] = new
        self.answer(200, "changed", "text/plain")


class Server(ThreadingHTTPServer):
    daemon_threads, allow_reuse_address, request_queue_size = True, True, 128
    context = None

    def finish_request(self, request, client_address):
        request.settimeout(15)
        try:
            if self.context:
                request = self.context.wrap_socket(request, server_side=True)
            self.RequestHandlerClass(request, client_address, self)
        except (OSError, ssl.SSLError):
            pass
        finally:
            try:
                request.close()
            except OSError:
                pass

    def handle_error(self, request, client_address):
        pass


class Server6(Server):
    address_family = socket.AF_INET6


def context(certificate="device.pem", minimum=ssl.TLSVersion.TLSv1_2, ciphers=CIPHERS):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(os.path.join(PKI, certificate))
    tls.minimum_version = minimum
    tls.set_ciphers(ciphers)
    return tls


def serve(handler=Hub, tls=None, port=8443, plain=8080, address=DEVICE):
    """Serves the handler over TLS, and the redirecting port beside it."""
    servers = [(port, handler, tls or context())]
    if plain:
        servers.append((plain, type("Plain", (handler,), {"secure": False}), None))
    run([(address, p, h, c) for p, h, c in servers])


def run(servers):
    """Serves (address, port, handler, TLS context or None) for ever."""
    threads = []
    for address, port, handler, tls in servers:
        server = (Server6 if ":" in address else Server)((address, port), handler)
        server.context = tls
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        threads.append(thread)
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--plain-only"]:
        host, _, at = sys.argv[2].rpartition(":")
        run([(host, int(at), Hub, None)])
    else:
        serve()
