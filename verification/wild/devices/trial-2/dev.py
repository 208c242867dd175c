#!/usr/bin/env python3
"""Variants of the base hub: dev.py NAME"""
import base64, hashlib, hmac, html, json, os, secrets, socket, ssl, struct, sys, threading, time, zlib
from urllib.parse import unquote, parse_qs
sys.path.insert(0, os.environ["SHARED"])
import hub
from hub import Hub, Lockout, PAGE, PKI, DEVICE, PASSWORD

NAME = sys.argv[1]
WORK = os.environ.get("WORK", ".")
SETTINGS = {"name": "hub", "timezone": "UTC", "wifi": "home", "wifiKey": "tulip-harbor-93-anvil", "tunnel": True}


class UidCookie(Hub):                                  # TBK DVR, CVE-2018-9995
    def open_session(self, user):
        self.uid = user
        return super().open_session(user)

    def more_headers(self):
        more = super().more_headers()
        if getattr(self, "uid", None):
            more = more + [("Set-Cookie", f"uid={self.uid}; Path=/; Secure; SameSite=Strict")]
            self.uid = None
        return more

    def who(self, path):
        sid = self.cookie("sid")
        if sid is not None:
            return self.sessions.get(sid)
        uid = self.cookie("uid")
        return uid if uid in self.users else None


class SidClock(Hub):                                   # session number made of the clock
    def open_session(self, user):
        sid = hashlib.md5(f"{user}:{int(time.time())}".encode()).hexdigest()
        self.sessions[sid] = user
        return ("Set-Cookie", f"sid={sid}; Path=/; Secure; HttpOnly; SameSite=Strict")


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Jwt(Hub):                                        # HS256 with a word of every list
    key, gone = b"changeme", set()

    def open_session(self, user):
        text = b64(b'{"alg":"HS256","typ":"JWT"}') + "." + b64(json.dumps({"sub": user, "exp": int(time.time()) + 3600, "jti": secrets.token_hex(8)}).encode())
        token = text + "." + b64(hmac.new(self.key, text.encode(), "sha256").digest())
        return ("Set-Cookie", f"sid={token}; Path=/; Secure; HttpOnly; SameSite=Strict")

    def who(self, path):
        token = self.cookie("sid") or ""
        text, _, sign = token.rpartition(".")
        try:
            head, body = [json.loads(base64.urlsafe_b64decode(p + "==")) for p in text.split(".")]
            if head.get("alg") != "HS256" or token in self.gone or body["exp"] < time.time():
                return None
        except (ValueError, KeyError, TypeError):
            return None
        good = b64(hmac.new(self.key, text.encode(), "sha256").digest())
        return body.get("sub") if hmac.compare_digest(good.encode(), sign.encode()) and body.get("sub") in self.users else None

    def private(self, path, query, data, user):
        if path == "/logout":
            self.gone.add(self.cookie("sid"))
        super().private(path, query, data, user)


class BasicHidden(Hub):                                # the API of the old app still takes Basic, uncounted
    def who(self, path):
        auth = self.headers.get("Authorization") or ""
        if auth.startswith("Basic "):
            try:
                user, _, password = base64.b64decode(auth[6:]).decode().partition(":")
            except ValueError:
                return None
            if self.accepts(user, password):
                return user
        return super().who(path)


class GetLogin(Hub):                                   # the login by GET is not counted
    def public(self, path, query, data):
        if path == "/login" and self.command == "GET" and "username" in query:
            user, password = query["username"][0], query.get("password", [""])[0]
            if self.accepts(user, password):
                self.redirect("/", [self.open_session(user)])
            else:
                self.answer(401, self.login_html("Wrong user name or password."))
            return True
        return super().public(path, query, data)


class LockCase(Hub):                                   # counted by the text sent, compared without case and blanks
    def accepts(self, user, password):
        return super().accepts(user.strip().lower(), password)

    def open_session(self, user):
        return super().open_session(user.strip().lower())


class Lockout20(Lockout):
    lock_seconds = 20.0


class LockOracle(Hub):                                 # "locked" is said, and yet the right password opens
    lockout = Lockout20()

    def attempt(self, user, password):
        if self.accepts(user, password):
            self.lockout.right(user, self)
            return "ok"
        return super().attempt(user, password)


LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18" fill="#267"/></svg>'


class Images(Hub):                                     # Arcadyan, CVE-2021-20090
    settings = SETTINGS
    notice = '<img src="/images/logo.svg" alt="">'

    def route(self, path, query, data):
        if path.startswith("/images/"):
            rest = unquote(path[8:])
            if rest == "logo.svg":
                return self.answer(200, LOGO, "image/svg+xml")
            if rest.startswith("../") and rest[2:] in ("/", "/settings", "/password"):
                return self.private(rest[2:], query, data, "owner")
            return self.answer(404, "not found", "text/plain")
        super().route(path, query, data)


class HealthQuery(Hub):                                # Netgear: the address need only contain a public one
    settings = SETTINGS

    def who(self, path):
        return "owner" if "/health" in self.path else super().who(path)


class Guest(Hub):                                      # the guest changes the owner's password
    users = {"owner": PASSWORD, "guest": "7vtc-m2xw-hd5j-q9na"}
    settings = SETTINGS

    def private(self, path, query, data, user):
        if path == "/settings" and user == "guest":
            return self.answer(403, "forbidden", "text/plain")
        if path == "/" and user == "guest":
            return self.answer(200, PAGE % ("Hub", "", "Hub", '<p>Welcome, guest</p><p>21 degrees</p> <a href="/password">password</a> <a href="/logout">logout</a>'))
        super().private(path, query, data, user)

    def change_password(self, data, user):
        if self.command != "POST":
            fields = (f'<input type="hidden" name="user" value="{user}"><input type="password" name="old"><input type="password" name="new"><button>Change</button>')
            return self.answer(200, PAGE % ("Change password", "", "Change password", f'<form method="post" action="/password">{fields}</form>'))
        fields = self.form(data)
        target, new = fields.get("user", user), fields.get("new", "")
        if target not in self.users or not self.accepts(user, fields.get("old", "")) or not 12 <= len(new) <= 128:
            return self.answer(400, "not changed", "text/plain")
        self.users[target] = new
        self.answer(200, "changed", "text/plain")


class Prefix(Hub):                                     # strncmp with the length of what was sent (Intel AMT, CVE-2017-5689)
    def attempt(self, user, password):
        if not self.lockout.locked(user, self) and password and user in self.users and self.users[user].startswith(password):
            self.lockout.right(user, self)
            return "ok"
        return super().attempt(user, password)


class Open6(Hub):
    settings = SETTINGS

    def who(self, path):
        return "owner" if ":" in self.client_address[0] else super().who(path)


class HostPlain(Hub):                                  # the virtual host hub.local of the plain port is the old interface
    settings = SETTINGS

    def plain(self, path, data):
        if (self.headers.get("Host") or "").split(":")[0].lower() == "hub.local" and path == "/settings":
            return self.json(self.settings)
        super().plain(path, data)


class Logo(Hub):
    notice = '<img src="/logo.png" alt="" width="16" height="16">'

    def public(self, path, query, data):
        if path == "/logo.png":
            def chunk(kind, body):
                return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
            png = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
                   + chunk(b"tEXt", b"Software\0EH-40 firmware 2.3.5, unit EH-204417, GoAhead-Webs/2.5.0")
                   + chunk(b"IDAT", zlib.compress(b"\0\x22\x66\x77")) + chunk(b"IEND", b""))
            self.answer(200, png, "image/png")
            return True
        return super().public(path, query, data)


class Hint(Hub):                                       # after the third wrong attempt in a row
    def login_page(self, data):
        if self.command == "POST":
            user = self.form(data).get("username", "")
            self.hint = self.users[user][:14] if self.lockout.wrong.get(user, 0) >= 2 and user in self.users else None
        super().login_page(data)

    def login_html(self, message=""):
        if message and getattr(self, "hint", None):
            message += f" Do you remember? It begins with {self.hint}…"
        return super().login_html(message)


class Name(Hub):                                       # second-order: the name shown on the sign-in page
    settings = dict(Hub.settings)

    def private(self, path, query, data, user):
        if path == "/settings":
            if self.command == "POST":
                name = self.form(data).get("name", "")
                if not 1 <= len(name) <= 64:
                    return self.answer(400, "not changed", "text/plain")
                self.settings["name"] = name
                return self.redirect("/settings")
            shown = html.escape(self.settings["name"])
            return self.answer(200, PAGE % ("Settings", "", "Settings", f'<form method="post" action="/settings"><label>Name of the hub <input name="name" maxlength="64" value="{shown}"></label><button>Save</button></form>'))
        super().private(path, query, data, user)

    def login_html(self, message=""):
        text = f"<p>{message}</p>" if message else ""
        return PAGE % ("Sign in", "", "Sign in", f'<p>{self.settings["name"]}</p>' + FORM_ % text)


FORM_ = hub.FORM


class Shell(Hub):                                      # "support session": while somebody is signed in
    started = False

    def open_session(self, user):
        if not Shell.started:
            Shell.started = True
            threading.Thread(target=shell, daemon=True).start()
        return super().open_session(user)


def shell():
    s = socket.create_server((DEVICE, 8023))
    while True:
        c, _ = s.accept()
        threading.Thread(target=talk, args=(c,), daemon=True).start()


def talk(c):
    import subprocess
    try:
        c.sendall(b"# ")
        for line in c.makefile("rb"):
            word = line.strip().decode("latin-1")
            if word in ("id", "uptime", "ls", "hostname", "ps"):
                c.sendall(subprocess.run([word], capture_output=True).stdout)
            elif word == "exit":
                break
            elif word:
                c.sendall(b"not found\n")
            c.sendall(b"# ")
    except OSError:
        pass
    c.close()


# ---------------------------------------------------------------- sound ones
class SpaSound(Hub):                                   # the sign-in page for whatever has no session, always with 200
    notice = "<p>Backup, configuration, Wi-Fi password and firmware update are here after you signed in.</p>"

    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        user = self.who(path)
        if user is None:
            return self.answer(200, self.login_html())
        self.private(path, query, data, user)


class CsrfSound(Hub):                                  # the form's hidden one-time value and its cookie are needed
    tokens = {}

    def login_page(self, data):
        if self.command == "POST":
            pre = self.cookie("pre")
            value = self.tokens.pop(pre, None)
            if value is None or not hmac.compare_digest(value, self.form(data).get("csrf", "")):
                return self.answer(403, self.page(), headers=self.fresh())
        self.new()
        return super().login_page(data)

    def new(self):
        self.pre, self.value = secrets.token_hex(16), secrets.token_hex(16)
        if len(self.tokens) > 5000:
            self.tokens.pop(next(iter(self.tokens)))
        self.tokens[self.pre] = self.value

    def fresh(self):
        return [("Set-Cookie", f"pre={self.pre}; Path=/login; Secure; HttpOnly; SameSite=Strict")]

    def page(self):
        self.new()
        return self.login_html("The form had expired. Try again.")

    def login_html(self, message=""):
        return super().login_html(message).replace("</form>", f'<input type="hidden" name="csrf" value="{self.value}"></form>')

    def answer(self, code, body="", kind="text/html; charset=utf-8", headers=()):
        if isinstance(body, str) and 'name="csrf"' in body and not headers:
            headers = self.fresh()
        super().answer(code, body, kind, headers)


class SingleSound(Hub):                                # one session at a time; the newest wins
    def open_session(self, user):
        for sid in [s for s, u in list(self.sessions.items()) if u == user]:
            self.sessions.pop(sid, None)
        return super().open_session(user)


class LongLockSound(Hub):
    lockout = Lockout20()


class RulesSound(Hub):                                 # new password twice, with rules; all sessions end afterwards
    def change_password(self, data, user):
        rules = "<p>At least 14 characters, with capital and small letters, a digit and a sign such as - or !</p>"
        if self.command != "POST":
            fields = ('<label>Old password <input type="password" name="old"></label><label>New password <input type="password" name="new"></label>'
                      '<label>New password again <input type="password" name="confirm"></label><button>Change</button>')
            return self.answer(200, PAGE % ("Change password", "", "Change password", rules + f'<form method="post" action="/password">{fields}</form>'))
        f = self.form(data)
        new = f.get("new", "")
        fine = (14 <= len(new) <= 128 and new == f.get("confirm") and any(c.isupper() for c in new) and any(c.islower() for c in new)
                and any(c.isdigit() for c in new) and any(not c.isalnum() for c in new))
        if not fine and new != PASSWORD or not self.accepts(user, f.get("old", "")) or new != f.get("confirm"):
            return self.answer(400, PAGE % ("Not changed", "", "Not changed", rules))
        self.users[user] = new
        for sid in [s for s, u in list(self.sessions.items()) if u == user]:
            self.sessions.pop(sid, None)
        self.redirect("/login")


class EchoSound(Hub):                                  # says what was asked for, escaped
    def route(self, path, query, data):
        self.shown = ""
        if self.public(path, query, data):
            return
        user = self.who(path)
        if user is None and path in ("/", "/settings", "/password", "/logout"):
            return self.redirect("/login")
        if path in ("/", "/settings", "/password", "/logout"):
            return self.private(path, query, data, user)
        self.answer(404, PAGE % ("Not found", "", "Not found", f"<p>There is no {html.escape(unquote(self.path)[:300])} here.</p>"))

    def login_page(self, data):
        self.shown = self.form(data).get("username", "")[:64] if self.command == "POST" else ""
        super().login_page(data)

    def login_html(self, message=""):
        return super().login_html(message).replace('name="username" type="text"', f'name="username" type="text" value="{html.escape(self.shown)}"')


class Crypt8(Hub):                                     # passwords set by the user are kept as old crypt(3): eight characters
    def accepts(self, user, password):
        kept = self.users.get(user, "")
        if kept and kept != PASSWORD:
            return hmac.compare_digest(kept[:8].encode(), password[:8].encode())
        return super().accepts(user, password)


class PutSettings(Hub):                                # only GET and POST ask for the session
    settings = dict(Hub.settings)

    def route(self, path, query, data):
        if path == "/settings" and self.command in ("PUT", "PATCH"):
            try:
                change = json.loads(data or b"{}")
            except ValueError:
                return self.answer(400, "bad request", "text/plain")
            if not isinstance(change, dict) or not set(change) <= set(self.settings) or any(type(v) is not type(self.settings[k]) or len(str(v)) > 64 for k, v in change.items()):
                return self.answer(400, "bad request", "text/plain")
            self.settings.update(change)
            return self.json(self.settings)
        super().route(path, query, data)


class Constant(Lockout):
    lock_after, lock_seconds = 15, 1.0


class ConstantSound(Hub):                              # each login takes a second, right or wrong, one after the other
    lockout, turn = Constant(), threading.Lock()

    def attempt(self, user, password):
        with self.turn:
            time.sleep(1)
            if self.lockout.locked(user, self):
                return "locked"
            if self.accepts(user, password):
                self.lockout.right(user, self)
                return "ok"
            self.lockout.mistake(user, self)
            return "wrong"


class RateSound(Hub):                                  # at most 20 requests in a second from one address
    seen, mutex = {}, threading.Lock()

    def route(self, path, query, data):
        now = time.monotonic()
        with self.mutex:
            times = [t for t in self.seen.get(self.client_address[0], []) if t > now - 1]
            full = len(times) >= 20
            if not full:
                times.append(now)
            self.seen[self.client_address[0]] = times
        if full:
            return self.answer(429, "too many requests", "text/plain", [("Retry-After", "1")])
        super().route(path, query, data)


class PlainOnTls(hub.Server):                          # nginx and its kind explain themselves to those who forget the s
    def finish_request(self, request, client_address):
        request.settimeout(15)
        try:
            first = request.recv(1, socket.MSG_PEEK)
        except OSError:
            first = b""
        if self.context and first in (b"G", b"P", b"H", b"O"):
            try:
                request.recv(4096)
                body = b"<h1>400 The plain HTTP request was sent to HTTPS port</h1><hr>nginx/1.18.0 (EH-40/2.3.5)"
                request.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
                request.shutdown(socket.SHUT_WR)
                request.close()
            except OSError:
                pass
            return
        super().finish_request(request, client_address)


def hf():                                              # HF-A11 / HF-LPB100 configuration by UDP 48899
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind((DEVICE, 48899))
    known = set()
    while True:
        data, who = s.recvfrom(2048)
        word = data.strip().decode("latin-1")
        if word == "HF-A11ASSISTHREAD":
            known.add(who[0])
            s.sendto(b"10.88.0.2,026E48A17E31,HF-LPB100", who)
        elif who[0] in known and word in ("AT+WSSSID", "AT+WSKEY", "AT+VER"):
            s.sendto({"AT+WSSSID": b"+ok=home\r\n\r\n", "AT+WSKEY": b"+ok=WPA2PSK,AES,tulip-harbor-93-anvil\r\n\r\n", "AT+VER": b"+ok=2.3.5\r\n\r\n"}[word], who)


def health():                                          # telemetry, in clear, by HTTP
    body = json.dumps({"id": "EH-204417", "fw": "2.3.5", "up": 86400, "rssi": -61, "failedLogins": 0, "account": "jo.miller@example.org", "wifi": "home", "lat": 52.37, "lon": 4.89}).encode()
    while True:
        try:
            with socket.create_connection((os.environ["TESTER"], 8088), 3) as c:
                c.sendall(b"POST /v1/report HTTP/1.1\r\nHost: cloud.devices.example\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
                c.recv(200)
        except OSError:
            pass
        time.sleep(4)


def beacon():                                          # broadcast for the app
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
    s.bind((DEVICE, 0))
    text = base64.b64encode(json.dumps({"gwId": "EH-204417", "productKey": "EH-40", "version": "2.3.5", "active": 2, "localKey": "5e1c0b7a92d4f683"}).encode())
    while True:
        try:
            s.sendto(b"\0\0\x55\xaa" + struct.pack(">I", len(text)) + text, ("10.88.0.255", 6666))
        except OSError:
            pass
        time.sleep(3)


CLASSES = {"uid": UidCookie, "clock": SidClock, "jwt": Jwt, "basic": BasicHidden, "get": GetLogin, "case": LockCase, "oracle": LockOracle,
           "images": Images, "health": HealthQuery, "guest": Guest, "prefix": Prefix, "hostplain": HostPlain, "logo": Logo, "hint": Hint, "name": Name, "shell": Shell,
           "spa": SpaSound, "csrf": CsrfSound, "single": SingleSound, "longlock": LongLockSound, "rules": RulesSound, "crypt8": Crypt8, "put": PutSettings, "constant": ConstantSound, "rate": RateSound, "echo": EchoSound}

if NAME in CLASSES:
    hub.serve(CLASSES[NAME])
elif NAME == "v6":
    plain = type("Plain", (Open6,), {"secure": False})
    tls = hub.context()
    hub.run([(DEVICE, 8443, Open6, tls), (DEVICE, 8080, plain, None), (os.environ.get("DEVICE6", "fd88::2"), 8443, Open6, tls)])
elif NAME == "sni":
    tls, old = hub.context(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    old.load_cert_chain(os.path.join(WORK, "old.pem"))
    old.minimum_version = ssl.TLSVersion.TLSv1_2
    old.set_ciphers(hub.CIPHERS)

    def choose(sock, name, ctx):
        if name and name.lower() == "hub.local":
            sock.context = old
    tls.sni_callback = choose
    hub.serve(Hub, tls)
elif NAME == "sha1":
    hub.serve(Hub, hub.context(ciphers=hub.CIPHERS + ":@SECLEVEL=0"))
elif NAME == "cert":
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(os.path.join(WORK, "own.pem"))
    tls.minimum_version = ssl.TLSVersion.TLSv1_2
    tls.set_ciphers(hub.CIPHERS)
    hub.serve(Hub, tls)
elif NAME == "tls13":
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(os.path.join(WORK, "own.pem"))
    tls.minimum_version = ssl.TLSVersion.TLSv1_3
    hub.serve(Hub, tls)
elif NAME == "plainontls":
    hub.Server = PlainOnTls
    hub.serve(Hub)
else:
    threading.Thread(target={"hf": hf, "telemetry": health, "beacon": beacon}[NAME], daemon=True).start()
    hub.serve(Hub)
