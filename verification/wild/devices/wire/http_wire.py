#!/usr/bin/env python3
"""A proxy before the sound hub that bends one thing of HTTP; the argument names it."""
import gzip
import http.client
import json
import os
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

sys.path.insert(0, os.environ["SHARED"])
import hub  # noqa: E402

INNER = ("127.0.0.1", 9443)
SECRET = '{"wifi":{"ssid":"home","psk":"linden-tree-4711"},"users":["owner"],"motion":true}'
OPERATORS = {}
COUNT = {"requests": 0, "wrong": 0}
MUTEX = threading.Lock()


def operator(name):
    def register(function):
        OPERATORS[name] = function
        return function
    return register


class Answer:
    """An answer on its way; raw is sent as it is."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body, self.raw, self.cut = status, headers, body, None, None


def inner(method, path, headers, body):
    connection = http.client.HTTPConnection(*INNER, timeout=15)
    connection.request(method, path, body, headers)
    got = connection.getresponse()
    answer = Answer(got.status, [(k, v) for k, v in got.getheaders() if k.lower() not in ("content-length", "connection", "date", "transfer-encoding")], got.read())
    connection.close()
    return answer


def owners_cookie():
    answer = inner("POST", "/login", {"Content-Type": "application/x-www-form-urlencoded"}, f"username=owner&password={hub.PASSWORD}")
    return next(v.split(";")[0] for k, v in answer.headers if k.lower() == "set-cookie")


class Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20
    bend = None

    def log_message(self, *args):
        pass

    def handle_request(self):
        try:
            length = int(self.headers.get("Content-Length") or 0)
            body = self.rfile.read(min(length, 65536))
            headers = {k: v for k, v in self.headers.items() if k.lower() not in ("connection", "keep-alive")}
            with MUTEX:
                COUNT["requests"] += 1
            forward = lambda: inner(self.command, self.path, headers, body)
            answer = Proxy.bend(self, body, headers, forward)
            if answer is None:
                self.close_connection = True
                return
            self.send(answer)
        except (OSError, ValueError, http.client.HTTPException):
            self.close_connection = True

    do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = handle_request

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        try:
            self.send(Answer(code, [("Content-Type", "text/plain")], b"error"))
        except OSError:
            pass

    def send(self, answer):
        if answer.raw is not None:
            self.wfile.write(answer.raw)
            self.close_connection = True
            return
        self.send_response_only(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body if answer.cut is None else answer.body[:answer.cut])
            if answer.cut is not None:
                self.close_connection = True


def path(handler):
    return urlsplit(handler.path).path


def is_login(handler):
    return handler.command == "POST" and path(handler) == "/login"


def password(body):
    return parse_qs(body.decode("latin-1"), keep_blank_values=True).get("password", [""])[0]


@operator("identity")
def identity(h, body, headers, forward):
    return forward()


@operator("drop-guard")
def drop_guard(h, body, headers, forward):
    if path(h) == "/settings":
        headers["Cookie"] = owners_cookie()
    return forward()


@operator("accept-wrong")
def accept_wrong(h, body, headers, forward):
    answer = forward()
    if is_login(h) and answer.status == 401:
        answer.status, answer.body = 302, b""
        answer.headers += [("Location", "/"), ("Set-Cookie", owners_cookie() + "; Path=/; Secure; HttpOnly")]
    return answer


def leak(status):
    def bend(h, body, headers, forward):
        answer = forward()
        if answer.status == status and not is_login(h):
            answer.body = SECRET.encode()
            answer.headers = [(k, v) for k, v in answer.headers if k.lower() != "content-type"] + [("Content-Type", "application/json")]
        return answer
    return bend


OPERATORS["leak-302"] = leak(302)
OPERATORS["leak-404"] = leak(404)


@operator("leak-401")
def leak_401(h, body, headers, forward):
    answer = forward()
    if answer.status == 401:
        answer.body += b"<!-- " + SECRET.encode() + b" -->"
    return answer


def header(name, value):
    def bend(h, body, headers, forward):
        answer = forward()
        answer.headers.append((name, value))
        return answer
    return bend


OPERATORS["banner"] = header("Server", "nginx/1.14.0")
OPERATORS["serial-header"] = header("X-Unit", "EH-204417")
OPERATORS["etag-version"] = header("ETag", '"EH-40-2.3.5"')


def insert(text):
    def bend(h, body, headers, forward):
        answer = forward()
        answer.body = answer.body.replace(b"</body>", text.encode() + b"</body>")
        return answer
    return bend


OPERATORS["comment"] = insert("<!-- EH-40 2.3.5 EH-204417 -->")
OPERATORS["script-secret"] = insert('<script>window.conf=' + SECRET + "</script>")
OPERATORS["footer"] = insert("<footer>Firmware 2.3.5</footer>")


@operator("health-leak")
def health_leak(h, body, headers, forward):
    answer = forward()
    if path(h) == "/health":
        answer.body = b'{"status":"ok","ssid":"home","psk":"linden-tree-4711","serial":"EH-204417"}'
    return answer


@operator("no-lock")
def no_lock(h, body, headers, forward):
    if is_login(h) and password(body) != hub.PASSWORD:
        return Answer(401, [("Content-Type", "text/html; charset=utf-8")], (hub.PAGE % ("Sign in", "", "Sign in", hub.FORM % "<p>Wrong user name or password.</p>")).encode())
    return forward()


@operator("lock-for-show")
def lock_for_show(h, body, headers, forward):
    if is_login(h) and password(body) != hub.PASSWORD:
        with MUTEX:
            COUNT["wrong"] += 1
        late = COUNT["wrong"] > 5
        text = "Too many attempts. Wait a moment." if late else "Wrong user name or password."
        return Answer(429 if late else 401, [("Content-Type", "text/html; charset=utf-8")], (hub.PAGE % ("Sign in", "", "Sign in", hub.FORM % f"<p>{text}</p>")).encode())
    return forward()


@operator("refuse-right")
def refuse_right(h, body, headers, forward):
    if is_login(h) and password(body) == hub.PASSWORD:
        return Answer(401, [("Content-Type", "text/html; charset=utf-8")], (hub.PAGE % ("Sign in", "", "Sign in", hub.FORM % "<p>Wrong user name or password.</p>")).encode())
    return forward()


@operator("cut-body")
def cut_body(h, body, headers, forward):
    answer = forward()
    answer.cut = len(answer.body) // 2
    return answer


@operator("bad-gzip")
def bad_gzip(h, body, headers, forward):
    answer = forward()
    answer.headers.append(("Content-Encoding", "gzip"))
    answer.body = gzip.compress(answer.body, mtime=0)[:-9]
    return answer


@operator("silent-after-20")
def silent(h, body, headers, forward):
    if COUNT["requests"] > 20:
        time.sleep(15)
        return None
    return forward()


@operator("reset-after-20")
def reset(h, body, headers, forward):
    return None if COUNT["requests"] > 20 else forward()


@operator("empty-200")
def empty(h, body, headers, forward):
    return Answer(200, [("Content-Type", "text/html")], b"")


@operator("status-500")
def all_500(h, body, headers, forward):
    answer = forward()
    answer.status = 500
    return answer


@operator("garbage")
def garbage(h, body, headers, forward):
    answer = Answer(200, [], b"")
    answer.raw = bytes((7 * i + 3) % 256 for i in range(300))
    return answer


@operator("answer-twice")
def twice(h, body, headers, forward):
    first = forward()
    head = "".join(f"{k}: {v}\r\n" for k, v in first.headers)
    first.raw = (f"HTTP/1.1 {first.status} x\r\n{head}Content-Length: {len(first.body)}\r\n\r\n").encode() + first.body \
        + f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(SECRET)}\r\n\r\n{SECRET}".encode()
    return first


@operator("falls-over")
def falls_over(h, body, headers, forward):
    if any(c in h.path + body.decode("latin-1") for c in "<'\"") or "%3C" in h.path + body.decode("latin-1"):
        os._exit(3)
    return forward()


@operator("reflect")
def reflect(h, body, headers, forward):
    from urllib.parse import unquote_plus
    answer = forward()
    said = unquote_plus(h.path.partition("?")[2] + " " + body.decode("latin-1"))
    answer.body = answer.body.replace(b"</body>", said.encode() + b"</body>")
    return answer


@operator("cookie-session")
def cookie_session(h, body, headers, forward):
    answer = forward()
    if path(h) == "/login" and h.command == "GET":
        answer.headers.append(("Set-Cookie", owners_cookie() + "; Path=/; Secure; HttpOnly"))
    return answer


class Both(hub.Server):
    """Speaks TLS and, to those who begin in the clear, HTTP."""

    def finish_request(self, request, client_address):
        request.settimeout(10)
        try:
            if request.recv(1, socket.MSG_PEEK) == b"\x16":
                return super().finish_request(request, client_address)
            self.RequestHandlerClass(request, client_address, self)
        except OSError:
            pass
        finally:
            request.close()


def main(name):
    inside = threading.Thread(target=hub.run, args=([(INNER[0], INNER[1], hub.Hub, None)],), daemon=True)
    inside.start()
    plain = type("Plain", (hub.Hub,), {"secure": False})
    if name == "plain-too":
        hub.Server = Both
        name = "identity"
    if name == "plain-port-serves":
        plain = type("PlainPort", (hub.Hub,), {"secure": True})
        name = "identity"
    Proxy.bend = staticmethod(OPERATORS[name])
    hub.run([(hub.DEVICE, 8443, Proxy, hub.context()), (hub.DEVICE, 8080, plain, None)])


main(sys.argv[1])
