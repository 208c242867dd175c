"""dev.py VARIANT: a web interface like that of the hub, in variants."""
import base64, hashlib, html, json, os, re, secrets, ssl, stat, subprocess, sys, threading, time
sys.path.insert(0, os.environ["SHARED"])
import hub
from hub import Hub, Lockout, PAGE, FORM

PSK = "grey-otter-sings-41"
V = sys.argv[1]


def script(text):
    return "<script>%s</script>" % text


class D(Hub):
    inner = ""  # in the head of the start page
    body = ""

    def private(self, path, query, data, user):
        if path == "/":
            links = ' '.join(f'<a href="/{p}">{p}</a>' for p in ("settings", "password", "logout"))
            return self.answer(200, PAGE % ("Hub", self.inner, "Hub", f"<p>Welcome</p>{links}{self.body}"))
        super().private(path, query, data, user)


class EarWrite(D):
    body = ('<form method="post" action="/settings"><input name="name" value="hub"><input name="timezone" value="UTC"><button>Save</button></form>')

    def save(self, data):
        f = self.form(data)
        for k in ("name", "timezone"):
            if re.fullmatch(r"[A-Za-z0-9 /_-]{1,32}", f.get(k, "")):
                self.settings[k] = f[k]

    def route(self, path, query, data):
        if path == "/settings" and self.command == "POST":
            self.save(data)
        super().route(path, query, data)


class EarBody(D):
    settings = dict(Hub.settings, passphrase=PSK)

    def redirect(self, to, headers=()):
        if self.path == "/settings" and to == "/login":
            return self.answer(302, json.dumps(self.settings), "application/json", [("Location", to), *headers])
        super().redirect(to, headers)


class Short(D):
    def who(self, path):
        c = self.cookie("sid") or ""
        if len(c) < 3:
            return None
        return next((u for s, u in list(self.sessions.items()) if s[:3] == c[:3]), None)


class Remember(D):
    def login_html(self, message=""):
        return super().login_html(message).replace("<button>", '<label><input type="checkbox" name="remember" value="1"> Keep me signed in</label><button>')

    def who(self, path):
        user = super().who(path)
        if user is None and self.cookie("keep"):
            try:
                name = base64.b64decode(self.cookie("keep")).decode()
            except Exception:
                return None
            user = name if name in self.users else None
        return user

    def open_session(self, user):
        self.kept = user
        return super().open_session(user)

    def redirect(self, to, headers=()):
        if to == "/" and getattr(self, "ticked", False):
            headers = [*headers, ("Set-Cookie", "keep=%s; Max-Age=2592000; Path=/; Secure; HttpOnly; SameSite=Strict" % base64.b64encode(self.kept.encode()).decode())]
        super().redirect(to, headers)

    def login_page(self, data):
        self.ticked = self.command == "POST" and self.form(data).get("remember") == "1"
        super().login_page(data)


class Ws(D):
    inner = script("var s=new WebSocket('wss://'+location.host+'/live');s.onopen=function(){s.send(JSON.stringify({get:'network'}))};s.onmessage=function(m){console.log(m.data)}")

    def public(self, path, query, data):
        key = self.headers.get("Sec-WebSocket-Key")
        if path == "/live" and key and (self.headers.get("Upgrade") or "").lower() == "websocket":
            self.close_connection = True
            accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()
            self.send_response_only(101)
            for n, v in (("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Accept", accept)):
                self.send_header(n, v)
            self.end_headers()
            while True:
                h = self.rfile.read(2)
                if len(h) < 2 or h[0] & 15 == 8 or not h[1] & 128 or h[1] & 127 > 125:
                    return True
                mask, n = self.rfile.read(4), h[1] & 127
                text = bytes(b ^ mask[i % 4] for i, b in enumerate(self.rfile.read(n)))
                try:
                    ask = json.loads(text).get("get")
                except Exception:
                    ask = None
                out = json.dumps({"ssid": "home", "passphrase": PSK} if ask == "network" else {"error": "unknown"}).encode()
                self.wfile.write(bytes([0x81, len(out)]) + out)
        return super().public(path, query, data)


class Rpc(D):
    inner = script("fetch('/rpc',{method:'POST',headers:{'Content-Type':'application/json'},body:JSON.stringify({id:1,method:'network.get',params:[]})}).then(r=>r.json()).then(r=>document.title='Hub on '+r.result.ssid)")

    def public(self, path, query, data):
        if path == "/rpc" and self.command == "POST":
            try:
                q = json.loads(data)
            except ValueError:
                q = None
            if isinstance(q, dict) and q.get("method") == "network.get":
                self.json({"id": q.get("id"), "result": {"ssid": "home", "passphrase": PSK}})
                return True
        return super().public(path, query, data)


class Pin(D):
    notice = '<p><a href="/recover">Forgotten the password?</a></p>'
    CODE = "7306"

    def public(self, path, query, data):
        if path == "/recover":
            form = '%s<form method="post" action="/recover"><label>Recovery code (4 digits) <input name="code" type="text" maxlength="4"></label><button>Go on</button></form>'
            if self.command != "POST":
                self.answer(200, PAGE % ("Recovery", "", "Recovery", form % ""))
            elif self.form(data).get("code") == self.CODE:
                self.redirect("/", [self.open_session("owner")])
            else:
                self.answer(403, PAGE % ("Recovery", "", "Recovery", form % "<p>That is not the code.</p>"))
            return True
        return super().public(path, query, data)


class Case(D):
    def accepts(self, user, password):
        return super().accepts(user.strip().lower(), password)


class Parallel(D):
    wrong = {}
    until = {}

    def attempt(self, user, password):
        if self.until.get(user, 0) > time.monotonic():
            return "locked"
        count = self.wrong.get(user, 0)
        time.sleep(0.25)  # the slow hash
        if self.accepts(user, password):
            self.wrong[user] = 0
            return "ok"
        count += 1
        if count > 5:
            time.sleep(min(1.0, 0.25 * (count - 5)))
        self.wrong[user] = count
        if count >= 15:
            self.wrong[user], self.until[user] = 0, time.monotonic() + 1
        return "wrong"


class Json(D):
    head = script("addEventListener('submit',function(e){e.preventDefault();var f=e.target;fetch('/login',{method:'POST',headers:{'Content-Type':'application/json'},"
                  "body:JSON.stringify({username:f.username.value,password:f.password.value})}).then(r=>{if(r.ok)location='/';else alert('Wrong')})})")

    def login_page(self, data):
        if self.command == "POST" and "json" in (self.headers.get("Content-Type") or ""):
            q = json.loads(data)
            if not isinstance(q, dict):
                raise ValueError
            user, password = str(q.get("username", ""))[:64], str(q.get("password", ""))[:128]
            if self.accepts(user, password):
                return self.json({"ok": True}, 200, [self.open_session(user)])
            return self.json({"ok": False}, 401)
        super().login_page(data)


class Upgrade(D):
    body = ' <a href="/maintenance">maintenance</a>'
    image = b""

    def private(self, path, query, data, user):
        if path != "/maintenance":
            return super().private(path, query, data, user)
        said = ""
        if self.command == "POST":
            D.image = data
            said = "<p>Image accepted (%d bytes). It starts at the next restart.</p>" % len(data)
        self.answer(200, PAGE % ("Maintenance", "", "Maintenance", said + '<p>Put new software on the hub from a file.</p><form method="post" enctype="multipart/form-data" action="/maintenance">'
                    '<input type="file" name="image"><button>Install</button></form>'))


class Health(D):
    head = script("fetch('/health?view=full').then(r=>r.json()).then(r=>{if(r.status!='ok')alert('The hub has a fault')})")

    def public(self, path, query, data):
        if path == "/health" and query.get("view") == ["full"]:
            self.json({"status": "ok", "build": "2.3.5", "unit": "EH-204417", "net": "home"})
            return True
        return super().public(path, query, data)


class Inject(D):
    inner = script("function tz(v){return fetch('/settings',{method:'PUT',headers:{'Content-Type':'application/json'},body:JSON.stringify({timezone:v})}).then(r=>r.json()).then(r=>alert(r.local))}")
    body = '<p>Time zone <select onchange="tz(this.value)"><option>UTC<option>Europe/Berlin<option>Asia/Tokyo</select></p>'

    def private(self, path, query, data, user):
        if path == "/settings" and self.command == "PUT":
            q = json.loads(data)
            zone = q.get("timezone") if isinstance(q, dict) else None
            if not isinstance(zone, str) or not 1 <= len(zone) <= 128 or "\0" in zone:
                return self.answer(400, "bad request", "text/plain")
            try:
                out = subprocess.run(["sh", "-c", f"TZ={zone} date"], capture_output=True, timeout=12, user=65534, group=65534, extra_groups=[], stdin=subprocess.DEVNULL).stdout
            except subprocess.TimeoutExpired:
                out = b""
            return self.json({"local": out.decode("utf-8", "replace").strip()})
        super().private(path, query, data, user)


class Lang(D):
    def login_html(self, message=""):
        name = self.cookie("lang") or "en"
        try:
            path = os.path.join(os.environ["WORK"], "lang", name)
            words = open(path, errors="replace").read(4000) if os.stat(path).st_mode & stat.S_IROTH and os.path.isfile(path) else "Sign in"
        except (OSError, ValueError):
            words = "Sign in"
        return PAGE % ("Sign in", "", html.escape(words.strip()), FORM % (f"<p>{message}</p>" if message else ""))

    def answer(self, code, body="", kind="text/html; charset=utf-8", headers=()):
        if self.path == "/login" and not self.cookie("lang"):
            headers = [*headers, ("Set-Cookie", "lang=en; Path=/; Secure; HttpOnly; SameSite=Strict")]
        super().answer(code, body, kind, headers)


class Tail(D):
    def accepts(self, user, password):
        good = self.users.get(user)
        return good is not None and len(password) == len(good) and secrets.compare_digest(good[-4:].encode(), password[-4:].encode())


class Installer(D):
    users = {"owner": hub.PASSWORD, "installer": "a17e31"}


# ---- sound ones
class Spa(D):
    """Whoever has no session sees the sign-in page, whatever the path."""
    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        user = self.who(path)
        if user is None:
            return self.answer(200, self.login_html())
        self.private(path, query, data, user)


class Csrf(D):
    tokens = {}

    def login_html(self, message=""):
        t = secrets.token_hex(16)
        if len(self.tokens) > 2000:
            self.tokens.clear()
        self.tokens[t] = True
        self.fresh = t
        return super().login_html(message).replace("<button>", f'<input type="hidden" name="csrf_token" value="{t}"><button>')

    def login_page(self, data):
        if self.command == "POST" and not self.tokens.pop(self.form(data).get("csrf_token", ""), None):
            return self.answer(403, self.login_html("The form was too old. Try again."))
        super().login_page(data)


class Lock20(D):
    class L(Lockout):
        def mistake(self, user, handler):
            with self.mutex:
                c = self.wrong[user] = self.wrong.get(user, 0) + 1
                if c >= 3:
                    self.wrong[user], self.until[user] = 0, time.monotonic() + 20
            return 0
    lockout = L()


class Rate(D):
    times = []
    mutex = threading.Lock()

    def handle_request(self):
        now = time.monotonic()
        with self.mutex:
            self.times[:] = [t for t in self.times if t > now - 4]
            busy = len(self.times) >= 40
            if not busy:
                self.times.append(now)
        if busy:
            self.close_connection = True
            try:
                return self.answer(503, "busy, try again in 4 seconds", "text/plain", [("Retry-After", "4")])
            except OSError:
                return
        super().handle_request()
    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = handle_request


class History(D):
    old = [hub.PASSWORD]
    users = {"owner": hub.PASSWORD}

    def change_password(self, data, user):
        if self.command == "POST":
            f = self.form(data)
            if f.get("new", "") in self.old[-3:] and self.accepts(user, f.get("old", "")):
                return self.answer(400, "not changed: one of the last three passwords", "text/plain")
            before = self.users[user]
            super().change_password(data, user)
            if self.users[user] != before:
                self.old.append(self.users[user])
                for s in [s for s, u in self.sessions.items() if u == user]:
                    self.sessions.pop(s, None)
            return
        fields = '<p>12 to 128 characters, none of your last three passwords. Afterwards sign in anew.</p><input type="password" name="old"><input type="password" name="new"><button>Change</button>'
        self.answer(200, PAGE % ("Change password", "", "Change password", f'<form method="post" action="/password">{fields}</form>'))


class Rotate(D):
    """Each session identifier is good for one request; the answer brings the next."""
    def who(self, path):
        self.next = None
        user = self.sessions.pop(self.cookie("sid"), None)
        if user is not None and path != "/logout":
            self.next = self.open_session(user)
        return user

    def answer(self, code, body="", kind="text/html; charset=utf-8", headers=()):
        if getattr(self, "next", None):
            headers, self.next = [*headers, self.next], None
        super().answer(code, body, kind, headers)


class Echo(D):
    notice = "<p>The password is on the label. Our help desk speaks 49 languages.</p>"

    def login_page(self, data):
        self.typed = self.form(data).get("username", "") if self.command == "POST" else ""
        super().login_page(data)

    def login_html(self, message=""):
        typed = getattr(self, "typed", "")
        page = super().login_html(message + (f" You typed: {html.escape(typed)}" if typed else ""))
        return page.replace('name="username" type="text"', 'name="username" type="text" value="%s"' % html.escape(typed, quote=True))


def sni():
    strong = hub.context()
    w = os.environ["WORK"]
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", w + "/k", "-out", w + "/c", "-days", "300", "-sha1", "-subj", "/CN=hub.local"], check=True, capture_output=True)
    weak = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    weak.set_ciphers("AES128-SHA:ECDHE-RSA-AES128-SHA:@SECLEVEL=0")
    weak.load_cert_chain(w + "/c", w + "/k")

    def choose(sock, name, context):
        if name == "hub.local":
            sock.context = weak
    strong.sni_callback = choose
    return strong


KINDS = dict(ear_write=EarWrite, ear_body=EarBody, short=Short, remember=Remember, ws=Ws, rpc=Rpc, pin=Pin, case=Case, parallel=Parallel, json=Json, upgrade=Upgrade, health=Health,
             inject=Inject, lang=Lang, installer=Installer, tail=Tail, shipped=D, sni=D, spa=Spa, csrf=Csrf, lock20=Lock20, rate=Rate, history=History, rotate=Rotate, echo=Echo)
hub.serve(KINDS[V], sni() if V == "sni" else hub.context(os.environ["WORK"] + "/shipped.pem") if V == "shipped" else None)
