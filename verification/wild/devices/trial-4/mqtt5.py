"""A small MQTT broker over TLS (retained state, QoS 0); checks the login of MQTT 3.1.1 only."""
import os, ssl, sys, socket, struct, threading
sys.path.insert(0, os.environ["SHARED"])
import hub
USER, TOKEN = "sensor1", "p7Vq2mXr9LbT4nKs8WcY3hJd6FgZ5aQe"


def exact(s, n):
    b = b""
    while len(b) < n:
        c = s.recv(n - len(b))
        if not c:
            raise OSError
        b += c
    return b


def packet(s):
    h, n, shift = exact(s, 1)[0], 0, 0
    while True:
        b = exact(s, 1)[0]
        n |= (b & 127) << shift
        shift += 7
        if not b & 128:
            break
        if shift > 21:
            raise OSError
    if n > 4096:
        raise OSError
    return h, exact(s, n)


def text(b, i):
    n = struct.unpack_from(">H", b, i)[0]
    if i + 2 + n > len(b):
        raise IndexError
    return b[i + 2:i + 2 + n], i + 2 + n


def out(s, head, body):
    s.sendall(bytes([head, len(body)]) + body)


def client(s):
    h, b = packet(s)
    if h != 0x10:
        return
    name, i = text(b, 0)
    level, flags = b[i], b[i + 1]
    i += 4
    five = level == 5
    if name != b"MQTT" or level not in (4, 5):
        return out(s, 0x20, b"\0\1")
    if five:
        i += 1 + b[i]
    _, i = text(b, i)
    user = password = None
    if flags & 4:
        if five:
            i += 1 + b[i]
        _, i = text(b, i)
        _, i = text(b, i)
    if flags & 128:
        user, i = text(b, i)
    if flags & 64:
        password, i = text(b, i)
    if not five and (user != USER.encode() or password != TOKEN.encode()):
        return out(s, 0x20, b"\0\5")
    out(s, 0x20, b"\0\0\0" if five else b"\0\0")
    while True:
        h, b = packet(s)
        if h >> 4 == 8:
            i, codes, send = 2, b"", []
            if five:
                i += 1 + b[i]
            while i < len(b):
                t, i = text(b, i)
                i += 1
                codes += b"\0"
                if t in (b"#", b"hub/#", b"hub/+", b"hub/state"):
                    send.append(b"\0\x09hub/state" + (b"\0" if five else b"") + b'{"home":true,"alarm":"off","last":"front door 07:41"}')
            out(s, 0x90, b[:2] + (b"\0" if five else b"") + codes)
            for m in send:
                out(s, 0x31, m)
        elif h >> 4 == 12:
            out(s, 0xD0, b"")
        elif h >> 4 == 14:
            return
        elif h >> 4 != 3:
            return


def serve(c):
    try:
        c.settimeout(60)
        with tls.wrap_socket(c, server_side=True) as s:
            client(s)
    except (OSError, IndexError, struct.error):
        pass
    finally:
        c.close()


tls = hub.context()
l = socket.create_server((hub.DEVICE, 8883), backlog=64)
while True:
    threading.Thread(target=serve, args=(l.accept()[0],), daemon=True).start()
