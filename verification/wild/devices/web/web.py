#!/usr/bin/env python3
"""The sound hub with one flaw, or another sound form of the same; the argument names it."""
import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.environ["SHARED"])
from hub import PAGE, PASSWORD, Hub, Lockout, context, run, serve, DEVICE  # noqa: E402

SECRET = {"name": "hub", "wifi": {"ssid": "home", "psk": "linden-tree-4711"}, "users": ["owner"], "motion": True}
CONFIG = "ssid=home\npsk=linden-tree-4711\nuser=owner\npassword=" + PASSWORD + "\n"
VARIANTS = {}


def variant(name):
    def register(kind):
        VARIANTS[name] = kind
        return kind
    return register


def unlimited():
    lockout = Lockout()
    lockout.slow_after = lockout.lock_after = 10**9
    return lockout


class Extra(Hub):
    """The hub with further pages that need no session: path -> (status, type, body, headers)."""
    pages = {}

    def public(self, path, query, data):
        if path in self.pages:
            status, kind, body, headers = self.pages[path]
            self.answer(status, body, kind, headers)
            return True
        return super().public(path, query, data)


def pages(name, **more):
    """A variant with further pages and attributes of the class."""
    listed = more.pop("pages", {})
    whole = {}
    for path, page in listed.items():
        if isinstance(page, (dict, list)):
            page = (200, "application/json", json.dumps(page), ())
        elif isinstance(page, str):
            page = (200, "text/html; charset=utf-8", page, ())
        whole[path] = page if len(page) == 4 else (*page, ())
    VARIANTS[name] = type(name, (Extra,), dict(more, pages=whole))


def script(text):
    return (200, "text/javascript", text)


def text(body):
    return (200, "text/plain", body)


# ---- other sound forms
@variant("json-login")
class JsonLogin(Extra):
    """A page that its script builds; the login takes JSON and answers with a token."""
    app = ('const box=document.getElementById("app");async function signIn(user,password){const r=await fetch("/api/session",'
           '{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify({user,password})});return r.json()}')
    pages = {"/app.js": (200, "text/javascript", app, ())}

    def login_page(self, data):
        if self.command == "POST":
            return self.answer(404, "not found", "text/plain")
        self.answer(200, PAGE % ("Hub", '<script src="/app.js"></script>', "Hub", '<div id="app"></div>'))

    def who(self, path):
        value = self.headers.get("Authorization") or ""
        return self.sessions.get(value[7:]) if value.startswith("Bearer ") else super().who(path)

    def public(self, path, query, data):
        if path != "/api/session":
            return super().public(path, query, data)
        if self.command != "POST":
            self.json({"error": "method"}, 405)
            return True
        try:
            fields = json.loads(data)
            user, password = fields["user"], fields["password"]
            if not isinstance(user, str) or not isinstance(password, str) or len(user + password) > 192:
                raise ValueError
        except (ValueError, KeyError, TypeError):
            self.json({"error": "bad request"}, 400)
            return True
        self.session_answer(user, password)
        return True

    def session_answer(self, user, password):
        result = self.attempt(user, password)
        if result == "ok":
            cookie = self.open_session(user)
            token = re.search("sid=([0-9a-f]+)", cookie[1]).group(1)
            self.json({"token": token}, 200, [cookie])
        else:
            self.json({"error": "too many attempts" if result == "locked" else "wrong credentials"}, 429 if result == "locked" else 401)


@variant("basic")
class Basic(Hub):
    """HTTP Basic with the same lock-out."""

    def public(self, path, query, data):
        if path == "/health":
            self.json({"status": "ok"})
            return True
        return False

    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        value = self.headers.get("Authorization") or ""
        state = "none"
        if value.startswith("Basic "):
            try:
                user, _, password = base64.b64decode(value[6:], validate=True).decode().partition(":")
            except ValueError:
                return self.answer(400, "bad request", "text/plain")
            state = self.attempt(user[:64], password[:128])
        if state == "ok":
            return self.private(path, query, data, user)
        if state == "locked":
            return self.answer(429, "wait a moment", "text/plain")
        self.answer(401, "sign in", "text/plain", [("WWW-Authenticate", 'Basic realm="hub"')])


@variant("digest")
class Digest(Hub):
    """HTTP Digest with SHA-256 and the same lock-out."""
    nonces = set()

    def public(self, path, query, data):
        if path == "/health":
            self.json({"status": "ok"})
            return True
        return False

    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        value = self.headers.get("Authorization") or ""
        state, user = "none", ""
        if value.startswith("Digest "):
            f = {k: a or b for k, a, b in re.findall(r'(\w+)=(?:"([^"]*)"|([^,\s]+))', value)}
            user = f.get("username", "")
            md = lambda s: hashlib.sha256(s.encode()).hexdigest()
            ha1, ha2 = md(f"{user}:hub:{self.users.get(user, os.urandom(8).hex())}"), md(f"{self.command}:{f.get('uri')}")
            right = md(":".join([ha1, f.get("nonce", ""), f.get("nc", ""), f.get("cnonce", ""), f.get("qop", ""), ha2]))
            if f.get("nonce") in self.nonces:
                if self.lockout.locked(user, self):
                    state = "locked"
                elif right == f.get("response"):
                    self.lockout.right(user, self)
                    state = "ok"
                else:
                    time.sleep(self.lockout.mistake(user, self))
        if state == "ok":
            return self.private(path, query, data, user)
        if state == "locked":
            return self.answer(429, "wait a moment", "text/plain")
        nonce = os.urandom(12).hex()
        self.nonces.add(nonce)
        self.answer(401, "sign in", "text/plain", [("WWW-Authenticate", f'Digest realm="hub", nonce="{nonce}", qop="auth", algorithm=SHA-256')])


@variant("redirects")
class Redirects(Hub):
    """Redirects name the device's own numeric address, as many do."""

    def plain(self, path, data):
        self.close_connection = True
        self.answer(308, "", headers=[("Location", f"https://{DEVICE}:8443{path}")])

    def redirect(self, to, headers=()):
        super().redirect(f"https://{DEVICE}:8443{to}", headers)


@variant("words")
class Words(Hub):
    """The same in German, fields called otherwise; a refused login answers 200."""

    def login_html(self, message=""):
        form = ('<form method="post" action="/login"><label>Benutzer <input name="username"></label><label>Kennwort '
                '<input name="password" type="password"></label><button>Anmelden</button></form>')
        return PAGE % ("Anmelden", "", "Anmelden", (f"<p>{message}</p>" if message else "") + form)

    def answer(self, code, body="", kind="text/html; charset=utf-8", headers=()):
        if code == 401:
            code, body = 200, self.login_html("Benutzername oder Kennwort falsch.")
        elif code == 429:
            body = self.login_html("Zu viele Versuche. Bitte warten.")
        super().answer(code, body, kind, headers)


@variant("slow")
class Slow(Hub):
    """Answers take a while, as on a small processor."""

    def route(self, path, query, data):
        time.sleep(0.15)
        super().route(path, query, data)


@variant("pieces")
class Pieces(Hub):
    """Answers in small pieces, as a slow link brings them."""

    def answer(self, code, body="", kind="text/html; charset=utf-8", headers=()):
        whole, self.wfile = self.wfile, __import__("io").BytesIO()
        try:
            super().answer(code, body, kind, headers)
            data = self.wfile.getvalue()
        finally:
            self.wfile = whole
        for at in range(0, len(data), 60):
            self.wfile.write(data[at:at + 60])
            self.wfile.flush()
            time.sleep(0.02)


@variant("captcha-lock")
class LongLock(Hub):
    """Locks an account for ten minutes after 30 wrong attempts; the declaration says so."""
    lockout = Lockout()
    lockout.lock_after, lockout.lock_seconds = 30, 600.0


@variant("soft-404")
class Soft404(Hub):
    """Unknown paths show the sign-in page with 200."""

    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        user = self.who(path)
        if user is None:
            self.answer(200, self.login_html())
        else:
            self.private(path, query, data, user)


@variant("spa")
class Spa(JsonLogin):
    """All paths show the same empty page of an app."""

    def route(self, path, query, data):
        if path.startswith("/api/") or path in ("/health", "/app.js", "/login"):
            if self.public(path, query, data):
                return
            user = self.who(path)
            return self.json({"error": "sign in"}, 401) if user is None else self.json(self.settings)
        user = self.who(path)
        if user is not None and path in ("/settings", "/password", "/logout"):
            return self.private(path, query, data, user)
        self.answer(200, PAGE % ("Hub", '<script src="/app.js"></script>', "Hub", '<div id="app"></div>'))


# ---- logins
@variant("empty-password")
class EmptyPassword(Hub):
    def accepts(self, user, password):
        return user in self.users and password == "" or super().accepts(user, password)


@variant("any-password")
class AnyPassword(Hub):
    def accepts(self, user, password):
        return len(password) > 0


@variant("half-compare")
class HalfCompare(Hub):
    """Compares as many characters as were sent."""

    def accepts(self, user, password):
        right = self.users.get(user)
        return right is not None and right[: len(password)] == password


def second_account(name, user, password, **more):
    VARIANTS[name] = type(name, (Hub,), dict(more, users={"owner": PASSWORD, user: password}, lockout=more.get("lockout", Lockout())))


second_account("support-support", "support", "support")
second_account("admin-1234", "admin", "1234")
second_account("root-late", "root", "xmhdipc")
second_account("service-model", "service", "EH-40")
short = Lockout()
short.lock_after, short.lock_seconds = 5, 2.0
second_account("root-late-locks", "root", "hi3518", lockout=short)


@variant("json-second-account")
class JsonSecond(JsonLogin):
    users = {"owner": PASSWORD, "admin": "password"}


@variant("basic-beside")
class BasicBeside(Hub):
    """HTTP Basic with admin/admin opens what the form guards."""

    def who(self, path):
        if self.headers.get("Authorization") == "Basic " + base64.b64encode(b"admin:admin").decode():
            return "owner"
        return super().who(path)


@variant("session-from-form")
class SessionFromForm(Hub):
    """The cookie that the sign-in page sets is a session already."""

    def login_page(self, data):
        if self.command != "POST":
            return self.answer(200, self.login_html(), headers=[self.open_session("owner")])
        super().login_page(data)


@variant("debug-header")
class DebugHeader(Hub):
    def who(self, path):
        return "owner" if self.headers.get("X-Debug") == "1" else super().who(path)


@variant("trusts-forwarded")
class TrustsForwarded(Hub):
    def who(self, path):
        return "owner" if (self.headers.get("X-Forwarded-For") or "").startswith("127.") else super().who(path)


# ---- guessing
@variant("no-lock")
class NoLock(Hub):
    lockout = unlimited()


@variant("json-no-lock")
class JsonNoLock(JsonLogin):
    lockout = unlimited()


@variant("lock-by-cookie")
class LockByCookie(Hub):
    class Keyed(Lockout):
        def key(self, user, handler):
            return handler.cookie("pre") or os.urandom(8).hex()
    lockout = Keyed()

    def login_html(self, message=""):
        return super().login_html(message)

    def more_headers(self):
        fresh = [] if self.cookie("pre") else [("Set-Cookie", f"pre={os.urandom(6).hex()}; Path=/; Secure; HttpOnly")]
        return super().more_headers() + fresh


@variant("lock-by-forwarded")
class LockByForwarded(Hub):
    class Keyed(Lockout):
        def key(self, user, handler):
            return handler.headers.get("X-Forwarded-For") or handler.headers.get("X-Real-IP") or user
    lockout = Keyed()


@variant("lock-forgets")
class LockForgets(Hub):
    """Opening the sign-in page resets the count."""

    def login_page(self, data):
        if self.command != "POST":
            self.lockout.wrong.clear()
            self.lockout.until.clear()
        super().login_page(data)


@variant("lock-for-show")
class LockForShow(Hub):
    """Says that it is locked, and lets the right password in all the same, at once."""

    def attempt(self, user, password):
        if self.accepts(user, password):
            return "ok"
        self.lockout.mistake(user, self)
        return "locked" if self.lockout.wrong.get(user, 0) > 5 else "wrong"


@variant("fails-open")
class FailsOpen(Hub):
    count = [0]

    def attempt(self, user, password):
        if self.accepts(user, password):
            return "ok"
        self.count[0] += 1
        if self.count[0] > 9:
            return "ok"
        time.sleep(0.25 * max(0, self.count[0] - 5))
        return "wrong"


@variant("never-slow")
class NeverSlow(Hub):
    """Locks after 1000 wrong attempts, not after 15, and no answer is slower."""
    lockout = Lockout()
    lockout.slow_after, lockout.lock_after = 10**9, 1000


@variant("get-login")
class GetLogin(Hub):
    """The same login by GET /signin?user=…&password=…, named in the page's script, without a lock-out."""
    head = '<script src="/app.js"></script>'

    def public(self, path, query, data):
        if path == "/app.js":
            self.answer(200, 'function quick(u,p){location="/signin?username="+u+"&password="+p}', "text/javascript")
        elif path == "/signin":
            user = query.get("username", [""])[0]
            if self.accepts(user, query.get("password", [""])[0]):
                self.redirect("/", [self.open_session(user)])
            else:
                self.answer(401, self.login_html("Wrong user name or password."))
        else:
            return super().public(path, query, data)
        return True


@variant("plain-login")
class PlainLogin(Hub):
    """The plain port serves the sign-in form too."""

    def plain(self, path, data):
        if path in ("/login", "/"):
            self.login_page(data)
        else:
            super().plain(path, data)


# ---- access
APP = '<script src="/app.js"></script>'
pages("script-names-path", head=APP, pages={"/app.js": script('fetch("/export/all.json").then(r=>r.json())'), "/export/all.json": SECRET})
pages("comment-names-path", notice="<!-- TODO remove before release: /diag/summary -->", pages={"/diag/summary": SECRET})
pages("robots-names-path", pages={"/robots.txt": text("User-agent: *\nDisallow: /archive/\n"),
      "/archive/": '<html><head><title>Index of /archive/</title></head><body><a href="hub.conf">hub.conf</a></body></html>', "/archive/hub.conf": text(CONFIG)})
pages("sitemap-names-path", pages={"/sitemap.xml": (200, "application/xml", "<urlset><url><loc>https://hub.local:8443/rooms.json</loc></url></urlset>"),
      "/rooms.json": {"rooms": {"hall": "motion 07:12", "kitchen": "empty"}, "wifi": {"ssid": "home", "psk": "linden-tree-4711"}}})
pages("openapi", head='<link rel="service-desc" href="/api/description.json">', pages={"/api/description.json": {"openapi": "3.0.3", "info": {"title": "hub", "version": "1"},
      "paths": {"/api/devices": {"get": {"responses": {"200": {"description": "ok"}}}}}}, "/api/devices": SECRET})
pages("graphql", head=APP, pages={"/app.js": script('fetch("/graphql",{method:"POST",body:JSON.stringify({query:"{settings{wifi}}"})})'),
      "/graphql": {"data": {"settings": {"wifi": {"ssid": "home", "psk": "linden-tree-4711"}}, "__schema": {"queryType": {"name": "Query"}}}}})
pages("env-file", pages={"/.env": text("DB_PASSWORD=linden-tree-4711\nADMIN_PASSWORD=" + PASSWORD + "\n")})
pages("git-config", pages={"/.git/config": text("[remote \"origin\"]\n\turl = https://build:gho_9QwErTz1uIoP2aSdFgH3jKlY4xCvBnM5q6W7@git.devices.example/hub.git\n"), "/.git/HEAD": text("ref: refs/heads/main\n")})
pages("old-cgi", pages={"/cgi-bin/luci/config.bin": (200, "application/octet-stream", CONFIG), "/cgi-bin/export.cgi": text(CONFIG)})
pages("backup-zip", pages={"/backup.tar.gz": (200, "application/gzip", __import__("gzip").compress(CONFIG.encode(), mtime=0))})
pages("token-in-script", head=APP, pages={"/app.js": script('const API="https://cloud.devices.example/v1";const TOKEN="Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJodWIiLCJzY29wZSI6ImFkbWluIn0.4pcPyMD09olPSyXnrXCjTwXyr4BsezdI1AVTmud2fU4";')})
pages("key-in-script", head=APP, pages={"/app.js": script("const cert=`" + "-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIA1bX3k4b2p5c0Z1dGhlc2VieXRlc2FyZW5vdGFyZWFsa2V5b0FvR0NDcUdTTTQ5\n-----END EC PRIVATE KEY-----" + "`;")})
pages("password-in-page", notice='<input type="hidden" name="recovery" value="' + PASSWORD + '">')
pages("login-shows-wifi", notice="<table><tr><td>Wi-Fi</td><td>home</td></tr><tr><td>Wi-Fi key</td><td>linden-tree-4711</td></tr><tr><td>Phones</td><td>anna-phone, ben-phone</td></tr></table>")
pages("jsonp", head=APP, pages={"/app.js": script('var s=document.createElement("script");s.src="/api/state.js?callback=show"'), "/api/state.js": script("show(" + json.dumps(SECRET) + ")")})


@variant("health-tells")
class HealthTells(Hub):
    def public(self, path, query, data):
        if path == "/health":
            self.json({"status": "ok", "presence": {"anna": "home", "ben": "away"}, "alarm": "off", "ssid": "home", "psk": "linden-tree-4711"})
            return True
        return super().public(path, query, data)


def leaking(name, status, kind="application/json", location=None):
    """The guard answers, and the guarded thing is in the body all the same."""

    class Leaking(Hub):
        def route(self, path, query, data):
            if path == "/settings" and self.who(path) is None:
                return self.answer(status, json.dumps(SECRET), kind, [("Location", location)] if location else ())
            super().route(path, query, data)
    VARIANTS[name] = Leaking


leaking("body-302", 302, location="/login")
leaking("body-401", 401)
leaking("body-403", 403, "text/html")
leaking("body-500", 500)


@variant("body-404")
class Body404(Hub):
    """Unknown paths answer with a trace that holds the configuration."""

    def answer(self, code, body="", kind="text/html; charset=utf-8", headers=()):
        if code == 404:
            body, kind = "Traceback (most recent call last):\n  File \"/opt/hub/app.py\", line 88\nKeyError\nconfig: " + CONFIG, "text/plain"
        super().answer(code, body, kind, headers)


def spelled(name, matches):
    """A spelling of /settings that the guard does not know."""

    class Spelled(Hub):
        def route(self, path, query, data):
            if matches(self.path, self.command):
                return self.json(SECRET)
            super().route(path, query, data)
    VARIANTS[name] = Spelled


spelled("case-bent", lambda p, c: p == "/Settings" or p == "/SETTINGS")
spelled("trailing-slash", lambda p, c: p == "/settings/")
spelled("double-slash", lambda p, c: p == "/;/settings")
spelled("dot-segment", lambda p, c: p in ("/health/../settings", "/login/../settings", "/./settings", "/health/%2e%2e/settings", "/login/%2e%2e/settings", "/%2e/settings"))
spelled("suffix", lambda p, c: p.startswith("/settings") and p.split("?")[0].endswith((".css", ".js", ".json", ".png")))
spelled("post-only", lambda p, c: p == "/settings" and c == "POST")
spelled("put-only", lambda p, c: p == "/settings" and c in ("PUT", "PATCH"))
spelled("query", lambda p, c: p.startswith("/settings?") and "token=" in p)


@variant("websocket")
class Websocket(Hub):
    head = '<script>new WebSocket("wss://"+location.host+"/live")</script>'

    def public(self, path, query, data):
        if path != "/live":
            return super().public(path, query, data)
        key = self.headers.get("Sec-WebSocket-Key")
        if not key:
            self.answer(426, "upgrade", "text/plain")
            return True
        accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()
        self.send_response_only(101)
        for name, value in (("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", accept)):
            self.send_header(name, value)
        self.end_headers()
        message = json.dumps(SECRET).encode()
        for _ in range(10):
            self.wfile.write(bytes([0x81, len(message)]) + message if len(message) < 126 else bytes([0x81, 126, 0, len(message)]) + message)
            self.wfile.flush()
            time.sleep(0.5)
        self.close_connection = True
        return True


@variant("event-stream")
class EventStream(Hub):
    head = '<script>new EventSource("/events")</script>'

    def public(self, path, query, data):
        if path != "/events":
            return super().public(path, query, data)
        self.close_connection = True
        self.send_response_only(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for _ in range(3):
            self.wfile.write(b"data: " + json.dumps(SECRET).encode() + b"\n\n")
        return True


# ---- disclosure
def headed(name, *fields):
    class Headed(Hub):
        def more_headers(self):
            return super().more_headers() + list(fields)
    VARIANTS[name] = Headed


headed("server-header", ("Server", "lighttpd/1.4.35"))
headed("firmware-header", ("X-Firmware-Version", "2.3.5"))
headed("powered-by", ("X-Powered-By", "PHP/5.6.40"))
headed("serial-cookie", ("Set-Cookie", "device=EH-204417; Path=/; Secure"))
headed("via-header", ("Via", "1.1 hub (squid/3.5.27)"))
pages("footer-version", notice="<p>EH-40, firmware 2.3.5</p>")
pages("meta-mac", head='<meta name="device" content="026e48a17e31">')
pages("manifest", head='<link rel="manifest" href="/manifest.json">', pages={"/manifest.json": {"name": "Hub", "description": "EH-40 firmware 2.3.5, serial EH-204417"}})
pages("script-version", head=APP, pages={"/app.js": script('/* build 2.3.5 EH-204417 */ window.hub={fw:"2.3.5"};')})
pages("old-jquery", head='<script src="/lib.js"></script>', pages={"/lib.js": script("/*! jQuery v1.8.3 jquery.com | jquery.org/license */(function(){})();")})


@variant("redirect-serial")
class RedirectSerial(Hub):
    def plain(self, path, data):
        self.close_connection = True
        self.answer(301, "", headers=[("Location", "https://hub.local:8443/?unit=EH-204417&fw=2.3.5")])


# ---- unexpected input
@variant("crash-header")
class CrashHeader(Hub):
    def handle_request(self):
        if any(len(v) > 3000 for v in self.headers.values()):
            os._exit(3)
        super().handle_request()
    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = handle_request


@variant("crash-long-user")
class CrashLongUser(Hub):
    def form(self, data):
        fields = super().form(data)
        if len(fields.get("username", "")) > 255:
            os._exit(3)
        return fields


@variant("crash-zero")
class CrashZero(Hub):
    def route(self, path, query, data):
        if "%00" in self.path or b"%00" in data or b"\0" in data:
            os._exit(3)
        super().route(path, query, data)


@variant("crash-json")
class CrashJson(JsonLogin):
    def public(self, path, query, data):
        if path == "/api/session" and self.command == "POST":
            try:
                if not isinstance(json.loads(data), dict):
                    os._exit(3)
            except ValueError:
                os._exit(3)
        return super().public(path, query, data)


@variant("reflects")
class Reflects(Hub):
    def login_page(self, data):
        from urllib.parse import unquote
        if self.command != "POST" and "?" in self.path:
            return self.answer(200, PAGE % ("Sign in", "", "Sign in", "<p>Back to " + unquote(self.path.split("?", 1)[1]) + "</p>" + self.login_html()))
        super().login_page(data)


@variant("reflects-user")
class ReflectsUser(Hub):
    def login_page(self, data):
        if self.command == "POST":
            user = self.form(data).get("username", "")
            if self.attempt(user, self.form(data).get("password", "")) != "ok":
                return self.answer(401, self.login_html("Unknown user " + user))
        super().login_page(data)


@variant("traversal")
class Traversal(Hub):
    head = '<link rel="stylesheet" href="/static/hub.css">'

    def public(self, path, query, data):
        from urllib.parse import unquote
        if not path.startswith("/static/"):
            return super().public(path, query, data)
        name = unquote(path)[len("/static/"):]
        if name == "hub.css":
            self.answer(200, "body{margin:0}", "text/css")
        else:
            try:
                self.answer(200, open(os.path.normpath("/srv/hub/static/" + name), "rb").read(4096), "text/plain")
            except OSError:
                self.answer(404, "not found", "text/plain")
        return True


@variant("sql-error")
class SqlError(Hub):
    def login_page(self, data):
        if self.command == "POST":
            import sqlite3
            base = sqlite3.connect(":memory:")
            base.execute("create table users(name text, password text)")
            base.execute("insert into users values('owner', ?)", (PASSWORD,))
            fields = self.form(data)
            try:
                rows = base.execute("select name from users where name='%s' and password='%s'" % (fields.get("username", ""), fields.get("password", ""))).fetchall()
            except sqlite3.Error as e:
                return self.answer(500, f"sqlite3.OperationalError: {e}", "text/plain")
            if rows and not self.accepts(fields.get("username", ""), fields.get("password", "")):
                return self.redirect("/", [self.open_session("owner")])
        super().login_page(data)


@variant("shell")
class Shell(Hub):
    """A guarded page is not needed: the name of a host to reach goes to a shell."""
    notice = '<form method="get" action="/reach"><input name="host"><button>Reach</button></form>'

    def public(self, path, query, data):
        if path != "/reach":
            return super().public(path, query, data)
        host = query.get("host", [""])[0][:200]
        if "\0" in host:
            self.answer(400, "bad request", "text/plain")
        else:
            done = subprocess.run(["sh", "-c", "echo reaching " + host], capture_output=True, timeout=15, cwd="/")
            self.answer(200, done.stdout[:2000], "text/plain")
        return True


if __name__ == "__main__":
    serve(VARIANTS[sys.argv[1]], tls=context())
