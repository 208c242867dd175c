#!/usr/bin/env python3
"""dev.py MODE: the web interface of a device; one class for each."""
import base64
import hashlib
import hmac
import json
import os
import secrets
import ssl
import subprocess
import sys
import threading
import time
from urllib.parse import parse_qs, unquote

sys.path.insert(0, os.environ["SHARED"])
import hub  # noqa: E402
from hub import Hub, Lockout, PAGE, PASSWORD  # noqa: E402

MODE = sys.argv[1]
WORK = os.environ.get("WORK", ".")


class Truncated(Hub):
    """Compares the first eight characters alone."""
    def accepts(self, user, password):
        return secrets.compare_digest(self.users.get(user, secrets.token_hex(8))[:8].encode(), password[:8].encode())


class PostOpen(Hub):
    """The session is asked for reading, not for writing."""
    settings = dict(Hub.settings)

    def public(self, path, query, data):
        if path == "/settings" and self.command in ("POST", "PUT", "PATCH"):
            try:
                new = json.loads(data) if data.strip().startswith(b"{") else self.form(data)
            except ValueError:
                new = None
            if not isinstance(new, dict) or any(len(str(v)) > 64 for v in new.values()):
                self.answer(400, "bad request", "text/plain")
                return True
            for key, value in new.items():
                if key in self.settings:
                    self.settings[key] = str(value)
            self.json(self.settings)
            return True
        return super().public(path, query, data)


class ByForwarded(Hub):
    class L(Lockout):
        def key(self, user, handler):
            return user, handler.headers.get("X-Forwarded-For") or handler.client_address[0]
    lockout = L()


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Jwt(Hub):
    key = secrets.token_bytes(32)

    def sign(self, text):
        return b64(hmac.new(self.key, text.encode(), hashlib.sha256).digest())

    def open_session(self, user):
        text = b64(b'{"alg":"HS256","typ":"JWT"}') + "." + b64(json.dumps({"sub": user, "exp": int(time.time()) + 3600}).encode())
        return "Set-Cookie", f"sid={text}.{self.sign(text)}; Path=/; Secure; HttpOnly; SameSite=Strict"

    def who(self, path):
        try:
            head, body, mark = (self.cookie("sid") or "").split(".")
            alg, claims = (json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in (head, body))
            right = alg["alg"] == "none" or alg["alg"] == "HS256" and hmac.compare_digest(mark.encode(), self.sign(head + "." + body).encode())
            return claims["sub"] if right and claims["exp"] > time.time() and claims["sub"] in self.users else None
        except (ValueError, KeyError, TypeError):
            return None


class DebugAfterLogin(Hub):
    started = threading.Lock()

    def open_session(self, user):
        if self.started.acquire(blocking=False):
            subprocess.Popen(["dropbear", "-F", "-s", "-r", WORK + "/hostkey", "-p", hub.DEVICE + ":2222", "-P", WORK + "/pid"],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return super().open_session(user)


class RedirectSplit(Hub):
    def plain(self, path, data):
        self.close_connection = True
        self.answer(301, "", headers=[("Location", "https://hub.local:8443" + unquote(path, "latin-1"))])


class OldStays(Hub):
    """The password of the label stays valid after a change."""
    def accepts(self, user, password):
        return super().accepts(user, password) or user == "owner" and secrets.compare_digest(password.encode(), PASSWORD.encode())


# ---------------------------------------------------------------- sound ones
GERMAN = ('%s<form method="post" action="/login"><p><label>Kennung <input name="kennung" type="text"></label></p>'
          '<p><label>Kennwort <input name="kennwort" type="password"></label></p><button>Anmelden</button></form>')


class German(Hub):
    """Other words; whatever is unknown shows the page for signing in, with status 200."""
    def login_html(self, message=""):
        return PAGE.replace('"en"', '"de"') % ("Anmeldung", "", "Bitte melden Sie sich an", GERMAN % (f"<p>{message}</p>" if message else ""))

    def login_page(self, data):
        if self.command != "POST":
            return self.answer(200, self.login_html())
        fields = self.form(data)
        user, password = fields.get("kennung", ""), fields.get("kennwort", "")
        if len(user) > 64 or len(password) > 128:
            return self.answer(400, "Ungültige Eingabe", "text/plain; charset=utf-8")
        result = self.attempt(user, password)
        if result == "ok":
            return self.redirect("/", [self.open_session(user)])
        if result == "locked":
            return self.answer(429, self.login_html("Zu viele Versuche. Bitte kurz warten."))
        return self.answer(401, self.login_html("Die Angaben stimmen nicht."))

    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        user = self.who(path)
        if user is None:
            self.answer(200, self.login_html())
        else:
            self.private(path, query, data, user)

    def private(self, path, query, data, user):
        if path == "/":
            links = ' '.join(f'<a href="/{p}">{w}</a>' for p, w in (("settings", "Einstellungen"), ("password", "Kennwort ändern"), ("logout", "Abmelden")))
            self.answer(200, PAGE.replace('"en"', '"de"') % ("Übersicht", "", "Übersicht", f"<p>Willkommen</p>{links}"))
        else:
            super().private(path, query, data, user)


class JsonLogin(Hub):
    SCRIPT = ('document.querySelector("form").onsubmit=async e=>{e.preventDefault();const f=new FormData(e.target);'
              'const r=await fetch("/api/session",{method:"POST",headers:{"Content-Type":"application/json"},'
              'body:JSON.stringify({username:f.get("username"),password:f.get("password")})});'
              'if((await r.json()).ok)location="/";else document.querySelector("p").textContent="Not accepted";};')

    def public(self, path, query, data):
        if path == "/login" and self.command in ("GET", "HEAD"):
            form = ('<p></p><form><input name="username"><input name="password" type="password"><button>Go</button></form>'
                    f'<script>{self.SCRIPT}</script>')
            self.answer(200, PAGE % ("Sign in", "", "Sign in", form))
        elif path == "/login":
            self.answer(405, "", "text/plain", [("Allow", "GET, HEAD")])
        elif path == "/api/session":
            self.session(data)
        else:
            return super().public(path, query, data)
        return True

    def session(self, data):
        if self.command != "POST":
            return self.json({"ok": False, "reason": "method"}, 405)
        try:
            fields = json.loads(data)
            user, password = fields["username"], fields["password"]
            if not isinstance(user, str) or not isinstance(password, str) or len(user) > 64 or len(password) > 128:
                raise ValueError
        except (ValueError, KeyError, TypeError):
            return self.json({"ok": False, "reason": "input"}, 400)
        result = self.attempt(user, password)
        if result == "ok":
            return self.json({"ok": True}, 200, [self.open_session(user)])
        self.json({"ok": False, "reason": result}, 429 if result == "locked" else 200)


class Redirects(Hub):
    """Every answer to a login is a redirect, and so is every unknown path."""
    def public(self, path, query, data):
        if path == "/login" and self.command in ("GET", "HEAD"):
            self.answer(200, self.login_html("That did not work. Please try again." if "again" in query else "Please wait a moment." if "wait" in query else ""))
            return True
        return super().public(path, query, data)

    def login_page(self, data):
        fields = self.form(data)
        user, password = fields.get("username", ""), fields.get("password", "")
        result = self.attempt(user, password) if len(user) <= 64 and len(password) <= 128 else "wrong"
        to = {"ok": "/", "wrong": "/login?again=1", "locked": "/login?wait=1"}[result]
        self.answer(303, "", headers=[("Location", to)] + ([self.open_session(user)] if result == "ok" else []))

    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        user = self.who(path)
        if user is None:
            self.answer(303, "", headers=[("Location", "/login")])
        else:
            self.private(path, query, data, user)


class Slow(Hub):
    def handle_request(self):
        time.sleep(1.2 if self.secure else 0.6)
        super().handle_request()
    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = handle_request


class HardLock(Hub):
    """Locks for six seconds after three wrong attempts, whoever asks, and does not look at the password then."""
    class L(Lockout):
        slow_after, lock_after, lock_seconds = 3, 3, 6.0
    lockout = L()

    def login_page(self, data):
        user = self.form(data).get("username", "")
        if self.command == "POST" and self.lockout.locked(user, self):
            return self.answer(423, self.login_html("This account rests for six seconds."), headers=[("Retry-After", "6")])
        super().login_page(data)


class Bearer(JsonLogin):
    """A token in the body instead of a cookie; every page asks for it in the Authorization header."""
    SCRIPT = ('document.querySelector("form").onsubmit=async e=>{e.preventDefault();const f=new FormData(e.target);'
              'const r=await fetch("/api/session",{method:"POST",headers:{"Content-Type":"application/json"},'
              'body:JSON.stringify({username:f.get("username"),password:f.get("password")})});const j=await r.json();'
              'if(!j.token){document.querySelector("p").textContent="Not accepted";return;}'
              'const s=await fetch("/settings",{headers:{Authorization:"Bearer "+j.token}});document.body.textContent=await s.text();};')

    def who(self, path):
        kind, _, token = (self.headers.get("Authorization") or "").partition(" ")
        return self.sessions.get(token) if kind == "Bearer" else None

    def session(self, data):
        self.fresh = None
        super().session(data)

    def open_session(self, user):
        self.fresh = secrets.token_urlsafe(32)
        self.sessions[self.fresh] = user
        return "Pragma", "no-cache"

    def json(self, value, code=200, headers=()):
        if value.get("ok") is True:
            value = {"token": self.fresh, "expires": 3600}
        elif value.get("reason") == "wrong":
            code = 401
        super().json(value, code, headers)

    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        user = self.who(path)
        if user is None:
            self.answer(401, "", "text/plain", [("WWW-Authenticate", 'Bearer')])
        elif path == "/logout":
            self.sessions.pop(self.headers["Authorization"].partition(" ")[2], None)
            self.json({"done": True})
        else:
            self.private(path, query, data, user)


def by_name():
    """Another certificate for clients that ask for hub.local by name."""
    other = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    other.set_ciphers("ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:@SECLEVEL=1")
    other.minimum_version = ssl.TLSVersion.TLSv1_2
    other.load_cert_chain(WORK + "/old.pem")
    main = hub.context()
    main.set_ciphers(hub.CIPHERS + ":ECDHE-RSA-AES128-GCM-SHA256:@SECLEVEL=1")

    def choose(connection, name, _):
        if name == "hub.local":
            connection.context = other
    main.sni_callback = choose
    return main


MODES = {"truncated": Truncated, "post-open": PostOpen, "forwarded": ByForwarded, "jwt": Jwt, "debug": DebugAfterLogin,
         "split": RedirectSplit, "old-stays": OldStays, "by-name": Hub, "sha1": Hub,
         "german": German, "json": JsonLogin, "redirects": Redirects, "slow": Slow, "hard-lock": HardLock, "bearer": Bearer}
tls = by_name() if MODE == "by-name" else hub.context(ciphers=hub.CIPHERS + ":@SECLEVEL=0") if MODE == "sha1" else None
hub.serve(MODES[MODE], tls)
