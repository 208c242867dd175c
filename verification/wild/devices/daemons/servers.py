#!/usr/bin/env python3
"""Small servers: servers.py KIND PORT [ADDRESS]."""
import os
import socket
import socketserver
import ssl
import struct
import sys

DEVICE = os.environ.get("DEVICE", "10.88.0.2")


def listen(handler, port, address):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if os.environ.get("TLS"):
        context.load_cert_chain(os.environ["PKI"] + "/device.pem")
        context.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384")

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address, daemon_threads = True, True
        address_family = socket.AF_INET6 if ":" in address else socket.AF_INET

        def get_request(self):
            request, peer = super().get_request()
            if os.environ.get("TLS"):
                request.settimeout(10)
                request = context.wrap_socket(request, server_side=True, do_handshake_on_connect=False)
            return request, peer

        def handle_error(self, request, client_address):
            pass
    Server((address, port), handler).serve_forever()


def datagrams(answer, port, address):
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as s:
        s.bind((address, port))
        while True:
            data, peer = s.recvfrom(2048)
            reply = answer(data)
            if reply:
                s.sendto(reply, peer)


class Shell(socketserver.StreamRequestHandler):
    """A root shell that says nothing until it is spoken to."""
    timeout = 30

    def handle(self):
        for line in self.rfile:
            word = line.strip()
            self.wfile.write(b"uid=0(root) gid=0(root)\n" if word == b"id" else b"sh: " + word[:40] + b": not found\n")


class Greeting(socketserver.StreamRequestHandler):
    """A console that greets."""
    timeout = 30

    def handle(self):
        self.wfile.write(b"EH-40 debug console 2.3.5\r\n> ")
        for line in self.rfile:
            self.wfile.write(b"ok\r\n> ")


class Web(socketserver.StreamRequestHandler):
    """A page of settings without a login."""
    timeout = 10

    def handle(self):
        while self.rfile.readline().strip():
            pass
        body = b'{"wifi":"home","psk":"linden-tree-4711"}'
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))


class Redis(socketserver.StreamRequestHandler):
    timeout = 10

    def handle(self):
        for line in self.rfile:
            if line.upper().startswith(b"PING") or b"PING" in line.upper():
                self.wfile.write(b"+PONG\r\n")
            elif b"INFO" in line.upper():
                self.wfile.write(b"$21\r\nredis_version:3.0.6\r\n\r\n")


class Rtsp(socketserver.StreamRequestHandler):
    """A camera stream; GUARD in the environment asks for a login."""
    timeout = 20

    def handle(self):
        while True:
            first = self.rfile.readline().decode("latin-1").split()
            fields = {}
            for line in self.rfile:
                if not line.strip():
                    break
                name, _, value = line.decode("latin-1").partition(":")
                fields[name.strip().lower()] = value.strip()
            if len(first) < 3:
                return
            head = f"CSeq: {fields.get('cseq', '0')}\r\n"
            if first[0] == "OPTIONS":
                self.say("200 OK", head + "Public: OPTIONS, DESCRIBE\r\n")
            elif first[0] != "DESCRIBE":
                self.say("501 Not Implemented", head)
            elif os.environ.get("GUARD") and fields.get("authorization") != "Basic b3duZXI6bTR0ei05a3dkLXgyaHEtYjdyZg==":
                self.say("401 Unauthorized", head + 'WWW-Authenticate: Basic realm="hub"\r\n')
            elif "/live" in first[1] or os.environ.get("ANYPATH"):
                sdp = "v=0\r\no=- 0 0 IN IP4 10.88.0.2\r\ns=live\r\nc=IN IP4 10.88.0.2\r\nm=video 0 RTP/AVP 96\r\n"
                self.say("200 OK", head + f"Content-Type: application/sdp\r\nContent-Length: {len(sdp)}\r\n", sdp)
            else:
                self.say("404 Not Found", head)

    def say(self, status, head, body=""):
        self.wfile.write(f"RTSP/1.0 {status}\r\n{head}\r\n{body}".encode())


class Ftp(socketserver.StreamRequestHandler):
    """FTP for the owner; ANYONE in the environment takes any password."""
    timeout = 30
    wrong = [0]

    def handle(self):
        import time
        self.wfile.write(b"220 ready\r\n")
        user, inside = "", False
        for line in self.rfile:
            verb, _, rest = line.decode("latin-1").strip().partition(" ")
            verb = verb.upper()
            if verb == "USER":
                user = rest
                self.wfile.write(b"331 password\r\n")
            elif verb == "PASS":
                if user == "owner" and rest == "m4tz-9kwd-x2hq-b7rf" or os.environ.get("ANYONE"):
                    inside, self.wrong[0] = True, 0
                    self.wfile.write(b"230 welcome\r\n")
                else:
                    self.wrong[0] += 1
                    time.sleep(min(1.0, 0.25 * max(0, self.wrong[0] - 5)))
                    self.wfile.write(b"530 refused\r\n")
            elif verb == "QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"257 \"/\"\r\n" if verb == "PWD" and inside else b"200 ok\r\n" if inside or verb in ("FEAT", "SYST", "NOOP") else b"530 sign in\r\n")


class Mqtt(socketserver.BaseRequestHandler):
    """A broker that trusts the length of a packet, and falls over a wrong one."""

    def handle(self):
        self.request.settimeout(10)
        data = self.request.recv(2048)
        if not data:
            return
        if data[0] >> 4 != 1 or b"MQTT" not in data[:12] and b"MQIsdp" not in data[:12] or len(data) < 14:
            os._exit(3)
        self.request.sendall(b"\x20\x02\x00\x05")


def adb(handler):
    handler.request.settimeout(10)
    handler.request.recv(256)
    banner = b"device::ro.product.name=hub;ro.product.model=EH-40;\0"
    handler.request.sendall(struct.pack("<4sIIIII", b"CNXN", 0x01000000, 4096, len(banner), sum(banner), 0xFFFFFFFF ^ struct.unpack("<I", b"CNXN")[0]) + banner)


class Adb(socketserver.BaseRequestHandler):
    def handle(self):
        adb(self)


def coap(leaks):
    """CoAP: /.well-known/core lists what there is; with a leak, /settings is readable."""
    core = b'</settings>;rt="settings"' if leaks else b'</ping>;rt="ping"'
    body = b'{"psk":"linden-tree-4711"}' if leaks else b"ok"

    def answer(data):
        if len(data) < 4 or data[0] >> 6 != 1:
            return None
        token = data[4:4 + (data[0] & 15)]
        kind, code = data[0] >> 4 & 3, data[1]
        if code == 0:
            return struct.pack("!BBH", 0x70, 0, struct.unpack("!H", data[2:4])[0])
        path, at, number = [], 4 + len(token), 0
        while at < len(data) and data[at] != 0xFF:
            delta, length = data[at] >> 4, data[at] & 15
            at += 1
            if delta == 13:
                delta, at = 13 + data[at], at + 1
            if length == 13:
                length, at = 13 + data[at], at + 1
            if delta > 13 or length > 13 and length > 200:
                return None
            number += delta
            if number == 11:
                path.append(data[at:at + length])
            at += length
        head = bytes([0x60 if kind == 0 else 0x50, 0, data[2], data[3]])
        head = bytes([head[0] | len(token)])
        if path == [b".well-known", b"core"]:
            return head + bytes([0x45]) + data[2:4] + token + b"\xc1\x28\xff" + core
        if path in ([b"settings"], [b"ping"]) and (leaks or path == [b"ping"]):
            return head + bytes([0x45]) + data[2:4] + token + b"\xff" + body
        return head + bytes([0x84]) + data[2:4] + token
    return answer


TCP = {"shell": Shell, "console": Greeting, "web": Web, "redis": Redis, "rtsp": Rtsp, "ftp": Ftp, "mqtt": Mqtt, "adb": Adb}
UDP = {"magic": lambda d: b"uid=0(root)" if d == b"hub-open-4711" else None, "echo": lambda d: d[:64], "coap": coap(False), "coap-leak": coap(True)}

if __name__ == "__main__":
    kind, port = sys.argv[1], int(sys.argv[2])
    at = sys.argv[3] if len(sys.argv) > 3 else DEVICE
    if kind in TCP:
        listen(TCP[kind], port, at)
    else:
        datagrams(UDP[kind], port, at)
