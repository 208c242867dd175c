#!/usr/bin/env python3
"""dev.py MODE: Example Hub with one peculiarity."""
import base64, hashlib, json, os, re, secrets, socket, ssl, struct, sys, threading, time
sys.path.insert(0, os.environ["SHARED"])
import hub
from hub import DEVICE, FORM, PAGE, PASSWORD, Hub, Lockout, Server, Server6, context
MODE = sys.argv[1]
PSK = "lantern-ferry-58-quartz"
TLS = None


def threaded(fn, *a):
    t = threading.Thread(target=fn, args=a, daemon=True)
    t.start()
    return t


def tcp(port, handler, tls=None, address=DEVICE):
    """Serves a function handler(socket) on a port."""
    s = socket.create_server((address, port), backlog=64)
    def one(c):
        try:
            c.settimeout(20)
            if tls: c = tls.wrap_socket(c, server_side=True)
            handler(c)
        except (OSError, ValueError): pass
        finally:
            try: c.close()
            except OSError: pass
    def loop():
        while True: threaded(one, s.accept()[0])
    return threaded(loop)


def web(handler=Hub, server=Server, more=(), port=8443):
    """Like hub.serve, with a server class for the TLS port and further (server, handler, tls, address, port)."""
    plain = type("Plain", (handler,), {"secure": False})
    for cls, h, tls, at, p in [(server, handler, context(), DEVICE, port), (Server, plain, None, DEVICE, 8080), *more]:
        s = cls((at, p), h); s.context = tls
        threaded(s.serve_forever)
    while True: time.sleep(60)


class Peek(Server):
    """Looks at the first bytes before it decides."""
    def finish_request(self, request, client_address):
        request.settimeout(15)
        try:
            first = request.recv(2048, socket.MSG_PEEK)
            handler, tls = self.choose(first)
            if tls: request = tls.wrap_socket(request, server_side=True)
            handler(request, client_address, self)
        except (OSError, ssl.SSLError): pass
        finally:
            try: request.close()
            except OSError: pass


# ---------------------------------------------------------------- web peculiarities
class Onvif(Hub):
    def public(self, path, query, data):
        if path != "/onvif/device_service": return super().public(path, query, data)
        env = '<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:tds="http://www.onvif.org/ver10/device/wsdl" xmlns:tt="http://www.onvif.org/ver10/schema"><s:Body>%s</s:Body></s:Envelope>'
        if self.command != "POST": self.answer(405, "", "text/plain", [("Allow", "POST")]); return True
        m = re.search(rb"<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)", data)
        action = m.group(1).decode() if m else ""
        if action == "GetSystemDateAndTime":
            t = time.gmtime()
            self.answer(200, env % f"<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>NTP</tt:DateTimeType><tt:UTCDateTime><tt:Time><tt:Hour>{t.tm_hour}</tt:Hour><tt:Minute>{t.tm_min}</tt:Minute><tt:Second>{t.tm_sec}</tt:Second></tt:Time></tt:UTCDateTime></tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>", "application/soap+xml")
        elif action == "GetUsers":   # the flaw: no check of the WS-Security header here
            self.answer(200, env % f"<tds:GetUsersResponse><tds:User><tt:Username>owner</tt:Username><tt:Password>{PASSWORD}</tt:Password><tt:UserLevel>Administrator</tt:UserLevel></tds:User></tds:GetUsersResponse>", "application/soap+xml")
        else:
            self.answer(400, env % "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>ter:NotAuthorized</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang='en'>Sender not authorized</s:Text></s:Reason></s:Fault>", "application/soap+xml")
        return True


class Basic(Hub):
    """Also takes HTTP Basic, without ever asking for it and without counting."""
    def who(self, path):
        h = self.headers.get("Authorization") or ""
        if h.startswith("Basic "):
            try: user, _, pw = base64.b64decode(h[6:]).decode().partition(":")
            except ValueError: return super().who(path)
            if self.accepts(user, pw): return user
        return super().who(path)


class CaseLock(Hub):
    """Names are compared without regard to case; the lock counts them with it."""
    def accepts(self, user, password): return super().accepts(user.lower(), password)


class NoLock(Lockout):
    def locked(self, user, handler): return False
    def mistake(self, user, handler): return 0


class LaterLock(Lockout):
    """The second of the lock begins when the fifteenth wrong attempt has been answered."""
    def mistake(self, user, handler):
        before = self.until.get(self.key(user, handler))
        wait = super().mistake(user, handler)
        if self.until.get(self.key(user, handler)) != before: self.until[self.key(user, handler)] += wait
        return wait


class Truncated(Hub):
    def accepts(self, user, password): return user in self.users and secrets.compare_digest(self.users[user][:16].encode(), password[:16].encode())


class OldStays(Hub):
    old = set()
    def accepts(self, user, password): return super().accepts(user, password) or (user, password) in self.old
    def change_password(self, data, user):
        before = self.users[user]
        super().change_password(data, user)
        if self.users[user] != before: self.old.add((user, before))


class Patch(Hub):
    def public(self, path, query, data):
        if path == "/settings" and self.command == "PATCH":
            try: change = json.loads(data or b"{}")
            except ValueError: change = None
            if not isinstance(change, dict) or not all(k in self.settings and type(v) is type(self.settings[k]) and len(str(v)) <= 64 for k, v in change.items()):
                self.answer(400, "bad request", "text/plain"); return True
            self.settings.update(change); self.answer(204); return True
        return super().public(path, query, data)


class Recovery(Hub):
    lockout = LaterLock()
    opened = threading.Lock()
    def attempt(self, user, password):
        r = super().attempt(user, password)
        if r == "locked" and self.opened.acquire(False): tcp(8555, recovery)
        return r


def recovery(c):
    f = c.makefile("rb"); line = f.readline(2000)
    while f.readline(2000).strip(): pass
    body = b'<!doctype html><title>Recovery</title><h1>Recovery</h1><form method="post" action="/upload"><input type="file" name="image"><button>Write</button></form>'
    c.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


class LongHeader(Hub):
    def handle_request(self):
        if any(len(v) > 4096 for v in self.headers.values()):
            self.close_connection = True
            self.rfile.read(min(int(self.headers.get("Content-Length") or 0), 65536))
            return self.answer(431, "<html><head><title>431</title></head><body><h1>Request header too long</h1><hr><i>GoAhead-Webs 3.6.5 on EH-40 2.3.5 (build 20260911)</i></body></html>", headers=[("Server", "GoAhead-Webs/3.6.5")])
        super().handle_request()
    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = handle_request


class Proxy(Hub):
    """The redirecting port passes requests for whole addresses on."""
    def plain(self, path, data):
        m = re.match(r"http://([0-9.]+)(?::(\d+))?(/\S*)?$", self.path)
        if not m: return super().plain(path, data)
        self.close_connection = True
        try:
            with socket.create_connection((m[1], int(m[2] or 80)), 3) as up:
                up.sendall(f"{self.command} {m[3] or '/'} HTTP/1.0\r\nHost: {m[1]}\r\nConnection: close\r\n\r\n".encode())
                while True:
                    b = up.recv(4096)
                    if not b: break
                    self.wfile.write(b)
        except OSError: self.answer(502, "bad gateway", "text/plain")


# ---------------------------------------------------------------- sound, but unusual
class Spa(Hub):
    """One page for every path: the shell of the app, with a fresh nonce; data only behind the login."""
    def route(self, path, query, data):
        known = ("/", "/login", "/settings", "/password", "/health", "/logout")
        if path in known or self.command == "POST": return super().route(path, query, data)
        n = secrets.token_urlsafe(12)
        self.answer(200, PAGE % ("Sign in", f'<style nonce="{n}">h1{{color:#123}}</style>', "Sign in", FORM % ""), headers=[("Content-Security-Policy", f"default-src 'self'; style-src 'nonce-{n}'")])


class Both303(Hub):
    """A right login and a wrong one are both answered with 303: to / or to /login?failed."""
    def login_page(self, data):
        if self.command != "POST": return self.answer(200, self.login_html("Wrong user name or password." if "failed" in self.path else ""))
        f = self.form(data); user, pw = f.get("username", ""), f.get("password", "")
        if len(user) > 64 or len(pw) > 128: return self.answer(400, "bad request", "text/plain")
        r = self.attempt(user, pw)
        if r == "ok": return self.answer(303, "", headers=[("Location", "/"), self.open_session(user)])
        return self.answer(303, "", headers=[("Location", "/login?failed")])


class SilentLock(Hub):
    """While the account is locked, the right password too gets the same 401 as a wrong one."""
    lockout = LaterLock()
    def attempt(self, user, password):
        r = super().attempt(user, password)
        return "wrong" if r == "locked" else r


class Dropper(Hub):
    """While the account is locked, the connection is closed without an answer."""
    lockout = LaterLock()
    def attempt(self, user, password):
        r = super().attempt(user, password)
        if r == "locked": raise ConnectionAbortedError
        return r


class Token(Hub):
    """The form's hidden token holds for one attempt alone, bound to a cookie of the page."""
    tokens = {}
    def login_page(self, data):
        if self.command != "POST":
            pre, tok = secrets.token_hex(16), secrets.token_hex(32)
            self.tokens[pre] = tok
            if len(self.tokens) > 4000: self.tokens.pop(next(iter(self.tokens)))
            html = self.login_html().replace("<button>", f'<input type="hidden" name="authenticity_token" value="{tok}"><button>')
            return self.answer(200, html, headers=[("Set-Cookie", f"pre={pre}; Path=/login; Secure; HttpOnly; SameSite=Strict")])
        f = self.form(data); tok = self.tokens.pop(self.cookie("pre") or "", None)
        if not tok or f.get("authenticity_token") != tok: return self.answer(403, "reload the form", "text/plain")
        super().login_page(data)


class Noisy(Hub):
    """A login page full of harmless words and numbers."""
    head = ('<meta name="generator" content=""><link rel="icon" href="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">'
        '<script integrity="sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC">var password = document.forms, apiKey = null, token = "", secret = undefined, root = "/"; '
        'var labels = {admin: "Administrator", root: "Root directory", debug: false, wifi: "Wi-Fi key", version: "Version", serial: "Serial number"};</script>')
    notice = ('<p>The password is on the label: xxxx-xxxx-xxxx-xxxx. Version and serial number are shown after you have signed in. Default password: there is none.</p>'
        '<p>Our key for confidential reports:</p><pre>-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEbx5IytwspAsqbRfVuImRmF0cryea\nYQy6qfpv39+sKQ5PX1UoURG7lTWY+OsEbnBI+ey7PVa57ER+US4caDvpLA==\n-----END PUBLIC KEY-----</pre>'
        '<p>&copy; 2024-2026. Page 1.0 of 1.0. Call 0800 555 0199, e.g. from 192.0.2.1.</p>')


class Busy(Server):
    """At most 24 connections at a time, each for three seconds of silence; more are told so (503, Retry-After: 1)."""
    seats = threading.BoundedSemaphore(24)
    def finish_request(self, request, client_address):
        seat = self.seats.acquire(timeout=0.2)
        try:
            request.settimeout(3)
            request = self.context.wrap_socket(request, server_side=True)
            if seat: return self.RequestHandlerClass(request, client_address, self)
            data = request.recv(8192)
            m = re.search(rb"(?i)content-length: *(\d{1,4})", data)
            while b"\r\n\r\n" in data and m and len(data.split(b"\r\n\r\n", 1)[1]) < int(m[1]):
                more = request.recv(8192)
                if not more: break
                data += more
            request.sendall(b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        except (OSError, ssl.SSLError): pass
        finally:
            if seat: self.seats.release()
            try: request.close()
            except OSError: pass


class BusyHub(Hub):
    timeout = 3
    def handle_request(self):
        self.close_connection = True
        super().handle_request()
    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = handle_request


# ---------------------------------------------------------------- other daemons
def rtsp(play_open):
    lock, session = Hub.lockout, {}
    def serve(c):
        nonce, sid, f = secrets.token_hex(16), secrets.token_hex(8), c.makefile("rb")
        setup = False
        while True:
            line = f.readline(2048)
            if not line: return
            m = re.match(rb"(\w+) (\S{1,500}) RTSP/1\.0\r?\n$", line); h = {}
            while True:
                x = f.readline(4096)
                if not x.strip(): break
                k, _, v = x.decode("latin1").partition(":"); h[k.strip().lower()] = v.strip()
            def say(code, text, *fields, body=""):
                out = [f"RTSP/1.0 {code} {text}", f"CSeq: {h.get('cseq', '0')}", *fields]
                if body: out.append(f"Content-Length: {len(body)}")
                c.sendall(("\r\n".join(out) + "\r\n\r\n" + body).encode())
            if not m or not h.get("cseq", "").isdigit(): say(400, "Bad Request"); return
            n = h.get("content-length", "0")
            if not n.isdigit() or int(n) > 4096: say(413, "Too Large"); return
            f.read(int(n))
            method, uri = m[1].decode(), m[2].decode("latin1")
            if method == "OPTIONS": say(200, "OK", "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN"); continue
            if method not in ("DESCRIBE", "SETUP", "PLAY", "TEARDOWN"): say(405, "Method Not Allowed"); continue
            if not (play_open and method != "DESCRIBE"):
                a = dict(re.findall(r'(\w+)="?([^",]*)"?', h.get("authorization", "")))
                user = a.get("username")
                good = False
                if user is not None and not lock.locked(user, None):
                    md = lambda s: hashlib.sha256(s.encode()).hexdigest()
                    want = md(f"{md(f'owner:hub:{PASSWORD}')}:{nonce}:{md(f'''{method}:{a.get('uri', '')}''')}")
                    good = user == "owner" and a.get("nonce") == nonce and a.get("realm") == "hub" and a.get("uri") == uri and secrets.compare_digest(want, a.get("response", ""))
                    if good: lock.right(user, None)
                    elif a.get("nonce") == nonce: time.sleep(lock.mistake(user, None))
                if not good: say(401, "Unauthorized", f'WWW-Authenticate: Digest realm="hub", nonce="{nonce}", algorithm=SHA-256'); continue
            if not re.search(r"/live(/track1)?/?$", uri): say(404, "Not Found"); continue
            if method == "DESCRIBE": say(200, "OK", "Content-Type: application/sdp", body="v=0\r\no=- 0 0 IN IP4 0.0.0.0\r\ns=live\r\nt=0 0\r\nm=video 0 RTP/AVP 26\r\na=control:track1\r\n")
            elif method == "SETUP": setup = True; say(200, "OK", f"Session: {sid}", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1")
            elif method == "PLAY":
                if not setup: say(455, "Method Not Valid in This State"); continue
                say(200, "OK", f"Session: {sid}")
                for i in range(25):
                    p = struct.pack(">BBHII", 0x80, 0x9A, i, i * 3000, 1) + b"\0" * 4 + bytes([0, 1, 80, 60]) + hashlib.sha256(b"%d" % i).digest() * 20
                    c.sendall(b"$\0" + struct.pack(">H", len(p)) + p); time.sleep(0.04)
            else: say(200, "OK", f"Session: {sid}"); return
    tcp(322, serve, context())


def websocket(early):
    lock = Hub.lockout
    def serve(c):
        f = c.makefile("rb"); line = f.readline(2048); h = {}
        while True:
            x = f.readline(4096)
            if not x.strip(): break
            k, _, v = x.decode("latin1").partition(":"); h[k.strip().lower()] = v.strip()
        if line[:4] != b"GET " or line.split()[1] != b"/api/websocket":
            c.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"); return
        key, origin = h.get("sec-websocket-key"), h.get("origin")
        if h.get("upgrade", "").lower() != "websocket" or not key or h.get("sec-websocket-version") != "13":
            c.sendall(b"HTTP/1.1 426 Upgrade Required\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"); return
        if origin and origin not in ("https://10.88.0.2:8443", "https://hub.local:8443"):
            c.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"); return
        acc = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest())
        c.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + acc + b"\r\n\r\n")
        def say(v):
            b = json.dumps(v).encode(); c.sendall(bytes([0x81, len(b)]) + b if len(b) < 126 else b"\x81\x7e" + struct.pack(">H", len(b)) + b)
        say({"type": "auth_required"}); user = None
        while True:
            a = f.read(2)
            if len(a) < 2: return
            op, n = a[0] & 15, a[1] & 127
            if n == 126: n = struct.unpack(">H", f.read(2))[0]
            if n == 127 or n > 8192 or not a[1] & 128: c.sendall(b"\x88\x02\x03\xea"); return
            mask = f.read(4); d = bytes(b ^ mask[i % 4] for i, b in enumerate(f.read(n)))
            if op == 8: c.sendall(b"\x88\x00"); return
            if op == 9: c.sendall(bytes([0x8A, min(n, 125)]) + d[:125]); continue
            if op != 1: continue
            try: m = json.loads(d)
            except ValueError: m = None
            if not isinstance(m, dict): c.sendall(b"\x88\x02\x03\xef"); return
            kind = m.get("type")
            if user is None and kind == "auth":
                u, p = str(m.get("username", ""))[:64], str(m.get("password", ""))[:128]
                if lock.locked(u, None): say({"type": "auth_invalid"}); c.sendall(b"\x88\x02\x03\xf0"); return
                if u == "owner" and secrets.compare_digest(p.encode(), PASSWORD.encode()): lock.right(u, None); user = u; say({"type": "auth_ok"}); continue
                time.sleep(lock.mistake(u, None)); say({"type": "auth_invalid"}); c.sendall(b"\x88\x02\x03\xf0"); return
            if user is None and not (early and kind in ("get_config", "get_states")):
                say({"type": "auth_invalid"}); c.sendall(b"\x88\x02\x03\xf0"); return
            if kind == "get_config": say({"id": m.get("id"), "type": "result", "success": True, "result": {"location_name": "Home", "latitude": 48.2085, "longitude": 16.3721, "wifi": {"ssid": "home", "psk": PSK}}})
            elif kind == "get_states": say({"id": m.get("id"), "type": "result", "success": True, "result": [{"entity_id": "lock.front_door", "state": "unlocked"}, {"entity_id": "person.owner", "state": "not_home"}]})
            else: say({"id": m.get("id"), "type": "result", "success": False})
    tcp(8444, serve, context())


def upnp():
    desc = ('<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><specVersion><major>1</major><minor>0</minor></specVersion><device><deviceType>urn:schemas-upnp-org:device:WLANAccessPointDevice:1</deviceType>'
        '<friendlyName>Hub</friendlyName><manufacturer>-</manufacturer><modelName>-</modelName><UDN>uuid:6f1d9a58-3a0e-4b7c-9a52-0c5e7b1f3d42</UDN><serviceList><service><serviceType>urn:schemas-upnp-org:service:WLANConfiguration:1</serviceType>'
        '<serviceId>urn:upnp-org:serviceId:WLANConfiguration1</serviceId><SCPDURL>/wlan.xml</SCPDURL><controlURL>/ctl/wlan</controlURL><eventSubURL></eventSubURL></service></serviceList></device></root>')
    arg = lambda n: f"<argument><name>{n}</name><direction>out</direction><relatedStateVariable>{n[3:]}</relatedStateVariable></argument>"
    var = lambda n: f'<stateVariable sendEvents="no"><name>{n}</name><dataType>string</dataType></stateVariable>'
    names = {"GetTotalAssociations": {"NewTotalAssociations": "3"}, "GetSecurityKeys": {"NewWEPKey0": "", "NewPreSharedKey": "", "NewKeyPassphrase": PSK}}
    scpd = ('<?xml version="1.0"?><scpd xmlns="urn:schemas-upnp-org:service-1-0"><specVersion><major>1</major><minor>0</minor></specVersion><actionList>'
        + "".join(f"<action><name>{a}</name><argumentList>{''.join(map(arg, o))}</argumentList></action>" for a, o in names.items()) + "</actionList><serviceStateTable>"
        + "".join(var(n[3:]) for o in names.values() for n in o) + "</serviceStateTable></scpd>")
    class U(Hub):
        secure = False
        def plain(self, path, data):
            xml = 'text/xml; charset="utf-8"'
            if path == "/rootDesc.xml": return self.answer(200, desc, xml)
            if path == "/wlan.xml": return self.answer(200, scpd, xml)
            if path == "/ctl/wlan" and self.command == "POST":
                a = (self.headers.get("SOAPAction") or "").strip('"').split("#")
                out = names.get(a[-1]) if a[0] == "urn:schemas-upnp-org:service:WLANConfiguration:1" else None
                env = '<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" s:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body>%s</s:Body></s:Envelope>'
                if out is None: return self.answer(500, env % '<s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail><UPnPError xmlns="urn:schemas-upnp-org:control-1-0"><errorCode>401</errorCode><errorDescription>Invalid Action</errorDescription></UPnPError></detail></s:Fault>', xml)
                return self.answer(200, env % (f'<u:{a[-1]}Response xmlns:u="{a[0]}">' + "".join(f"<{k}>{v}</{k}>" for k, v in out.items()) + f"</u:{a[-1]}Response>"), xml)
            self.answer(404, "not found", "text/plain")
    s = Server((DEVICE, 49152), U); threaded(s.serve_forever)


def pjl():
    files = {"0:/webServer/config/wlan.cfg": f"ssid=home\r\npsk={PSK}\r\n"}
    def serve(c):
        f = c.makefile("rb")
        for _ in range(2000):
            line = f.readline(4096)
            if not line: return
            t = line.decode("latin1").replace("\x1b%-12345X", "").strip()
            if not t.upper().startswith("@PJL"): continue
            a = t[4:].strip(); name = re.search(r'NAME\s*=\s*"([^"]*)"', a)
            path = name[1].replace("\\", "/") if name else ""
            if a.upper().startswith("INFO STATUS"): c.sendall(b'@PJL INFO STATUS\r\nCODE=10001\r\nDISPLAY="Ready"\r\nONLINE=TRUE\r\n\x0c')
            elif a.upper().startswith("ECHO"): c.sendall(f"@PJL {a[:80]}\r\n\x0c".encode())
            elif a.upper().startswith("FSDIRLIST"):
                p = path.rstrip("/") + "/"
                got = sorted({k[len(p):].split("/")[0] for k in files if k.startswith(p)})
                c.sendall((f"@PJL {a[:120]}\r\n" + "".join(f"{g} TYPE=" + (f"FILE SIZE={len(files[p + g])}" if p + g in files else "DIR") + "\r\n" for g in got) + "\x0c").encode())
            elif a.upper().startswith("FSUPLOAD") and path in files: c.sendall((f'@PJL FSUPLOAD FORMAT:BINARY NAME="{path}" OFFSET=0 SIZE={len(files[path])}\r\n' + files[path] + "\x0c").encode())
            elif a.upper().startswith("FS"): c.sendall(b'@PJL\r\nFILEERROR=3\r\n\x0c')
    tcp(9100, serve)


def udp(port, answer):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind((DEVICE, port))
    def loop():
        while True:
            try:
                d, at = s.recvfrom(4096); r = answer(d)
                if r: s.sendto(r, at)
            except (OSError, ValueError, KeyError, TypeError): pass
    threaded(loop)


def wiz(d):
    m = json.loads(d).get("method")
    r = {"getPilot": {"state": True, "sceneId": 4, "dimming": 70}, "setPilot": {"success": True},
         "getSystemConfig": {"mac": "026e48a17e31", "homeId": 5150322, "roomId": 1, "moduleName": "EH-40", "fwVersion": "2.3.5", "groupId": 0}}.get(m)
    return json.dumps({"method": m, "env": "pro", "result": r} if r else {"env": "pro", "error": {"code": -32601, "message": "Method not found"}}).encode()


def miio(d):
    """Hello of the miIO protocol: the answer's checksum field holds the token, as before the set-up."""
    if len(d) == 32 and d[:4] == b"\x21\x31\x00\x20" and d[4:8] == b"\xff" * 4:
        return b"\x21\x31\x00\x20" + b"\0" * 4 + struct.pack(">II", 0x0C0FFEE5, 86400) + hashlib.md5(b"token of EH-204417").digest()


def mdns():
    def name(n): return b"".join(bytes([len(x)]) + x for x in n.encode().split(b".")) + b"\0"
    def rr(n, t, data, flush=False): return name(n) + struct.pack(">HHIH", t, 0x8001 if flush else 1, 120, len(data)) + data
    txt = lambda *a: b"".join(bytes([len(x)]) + x.encode() for x in a) or b"\0"
    srv = lambda port: struct.pack(">HHH", 0, 0, port) + name("hub.local")
    Z = {("_services._dns-sd._udp.local", 12): name("_https._tcp.local"), ("_https._tcp.local", 12): name("Hub._https._tcp.local"),
         ("Hub._https._tcp.local", 33): srv(8443), ("Hub._https._tcp.local", 16): txt(), ("hub.local", 1): socket.inet_aton(DEVICE),
         ("_esphomelib._tcp.local", 12): name("hub._esphomelib._tcp.local"), ("hub._esphomelib._tcp.local", 33): srv(6053),
         ("hub._esphomelib._tcp.local", 16): txt("friendly_name=Example Hub EH-40", "version=2.3.5", "mac=026e48a17e31", "project_name=exampledevices.eh40", "api_encryption=Noise_NNpsk0_25519_ChaChaPoly_SHA256")}
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("", 5353))
    s.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton("224.0.0.251") + socket.inet_aton(DEVICE))
    s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, socket.inet_aton(DEVICE)); s.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_TTL, 255)
    while True:
        try:
            d, at = s.recvfrom(4096)
            qid, flags, n = struct.unpack(">HHH", d[:6])
            if flags & 0x8000: continue
            i, ans, extra, qs = 12, [], [], b""
            for _ in range(min(n, 10)):
                labels, j = [], i
                while d[j]:
                    if d[j] & 0xC0: raise ValueError
                    labels.append(d[j + 1:j + 1 + d[j]].decode("latin1")); j += 1 + d[j]
                q = ".".join(labels); t, cl = struct.unpack(">HH", d[j + 1:j + 5]); qs += d[i:j + 5]; i = j + 5
                for (zn, zt), data in Z.items():
                    if zn.lower() == q.lower() and t in (zt, 255):
                        ans.append(rr(zn, zt, data))
                        if zt == 12: extra += [rr(en, et, ed) for (en, et), ed in Z.items() if name(en) == data and et in (16, 33)]
            if ans:
                legacy = at[1] != 5353
                out = struct.pack(">HHHHHH", qid if legacy else 0, 0x8400, n if legacy else 0, len(ans), 0, len(extra)) + (qs if legacy else b"") + b"".join(ans + extra)
                s.sendto(out, at if legacy else ("224.0.0.251", 5353))
        except (OSError, ValueError, IndexError, struct.error): pass


def linklocal():
    a = "fe80::6e:48ff:fea1:7e31"   # made from the MAC of the label
    s = socket.socket(socket.AF_INET6); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind((a, 8190, 0, socket.if_nametoindex("eth0"))); s.listen(16)
    def one(c):
        c.settimeout(30); f = c.makefile("rb"); c.sendall(b"factory> ")
        try:
            for line in iter(lambda: f.readline(512), b""):
                w = line.strip()
                c.sendall({b"help": b"help env exit\r\n", b"env": f"serialno=EH-204417\r\nfw=2.3.5\r\nwlan_psk={PSK}\r\n".encode()}.get(w, b"?\r\n") + b"factory> ")
                if w == b"exit": break
        except OSError: pass
        c.close()
    def loop():
        while True: threaded(one, s.accept()[0])
    threaded(loop)


# ---------------------------------------------------------------- what runs
class Sni(Peek):
    def choose(self, first):
        if first[:1] == b"\x16" and b"hub.local" in first: return Hub, self.old
        return Hub, self.context
class Polyglot(Peek):
    def choose(self, first): return (Hub, None) if first[:1] in b"GPHDO" and first else (Hub, self.context)
class PlainRedirect(Peek):
    to = type("To", (Hub,), {"secure": False})
    def choose(self, first): return (self.to, None) if first[:1] in b"GPHDO" and first else (Hub, self.context)

if MODE == "sni":
    Sni.old = context("device.pem", ssl.TLSVersion.TLSv1, "ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-AES256-SHA:ECDHE-ECDSA-AES128-GCM-SHA256:@SECLEVEL=0")
    web(Hub, Sni)
elif MODE == "polyglot": web(Hub, Polyglot)
elif MODE == "plain-redirect": web(Hub, PlainRedirect)
elif MODE == "busy": web(BusyHub, Busy)
elif MODE == "v6-nolock": web(Hub, Server, [(Server6, type("Six", (Hub,), {"lockout": NoLock()}), context(), "fd88::2", 8443)])
elif MODE == "v6-open":
    class Six(Hub):
        def who(self, path): return super().who(path) or "owner"
    web(Hub, Server, [(Server6, Six, context(), "fd88::2", 8443)])
elif MODE == "v6-sound": web(Hub, Server, [(Server6, Hub, context(), "fd88::2", 8443), (Server6, type("P6", (Hub,), {"secure": False}), None, "fd88::2", 8080)])
else:
    {"rtsp": lambda: rtsp(False), "rtsp-play": lambda: rtsp(True), "ws": lambda: websocket(False), "ws-early": lambda: websocket(True), "upnp": upnp, "pjl": pjl,
     "wiz": lambda: udp(38899, wiz), "miio": lambda: udp(54321, miio), "mdns": lambda: threaded(mdns), "linklocal": linklocal}.get(MODE, lambda: None)()
    web({"onvif": Onvif, "basic": Basic, "case": CaseLock, "trunc": Truncated, "old": OldStays, "patch": Patch, "recovery": Recovery, "longheader": LongHeader, "proxy": Proxy,
         "spa": Spa, "both303": Both303, "silent": SilentLock, "dropper": Dropper, "token": Token, "noisy": Noisy}.get(MODE, Hub))
