"""RTSP with Digest login; DESCRIBE asks for it."""
import hashlib, os, re, secrets, socket, sys, threading, time
sys.path.insert(0, os.environ["SHARED"])
import hub
L = hub.Lockout()
NONCES = set()
SDP = "v=0\r\no=- 1 1 IN IP4 10.88.0.2\r\ns=live\r\nt=0 0\r\na=control:*\r\nm=audio 0 RTP/AVP 0\r\na=control:track1\r\n"
sha = lambda t: hashlib.sha256(t.encode()).hexdigest()


def login(f, method):
    """None: no attempt; else ok, wrong, locked."""
    a = f.get("authorization", "")
    if not a.lower().startswith("digest "):
        return None
    p = {k: x or y for k, x, y in re.findall(r'(\w+)=(?:"([^"]*)"|([^\s,]+))', a)}
    user = p.get("username", "")[:64]
    if p.get("nonce") not in NONCES:
        return None
    if L.locked(user, None):
        return "locked"
    good = sha(f"{sha(f'owner:hub:{hub.PASSWORD}')}:{p['nonce']}:" + (f"{p.get('nc')}:{p.get('cnonce')}:{p['qop']}:" if p.get("qop") else "") + sha(f"{method}:{p.get('uri', '')}"))
    if user == "owner" and secrets.compare_digest(good, p.get("response", "")):
        L.right(user, None)
        return "ok"
    time.sleep(L.mistake(user, None))
    return "wrong"


def client(c):
    c.settimeout(20)
    r, playing, setup = c.makefile("rb"), False, False
    while True:
        line = r.readline(2048).decode("latin-1").strip()
        if not line:
            return
        f = {}
        while True:
            h = r.readline(2048).decode("latin-1").strip()
            if not h:
                break
            k, _, v = h.partition(":")
            f[k.strip().lower()] = v.strip()
        w = line.split()
        if len(w) != 3 or not w[2].startswith("RTSP/1"):
            c.sendall(b"RTSP/1.0 400 Bad Request\r\n\r\n")
            return

        def say(code, words, more=(), body=""):
            head = [f"RTSP/1.0 {code} {words}", "CSeq: " + re.sub(r"\D", "", f.get("cseq", ""))[:9], *more]
            if body:
                head += ["Content-Type: application/sdp", f"Content-Length: {len(body)}"]
            c.sendall(("\r\n".join(head) + "\r\n\r\n" + body).encode())
        m = w[0]
        if m == "OPTIONS":
            say(200, "OK", ["Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN"])
        elif m == "DESCRIBE":
            how = login(f, m)
            if how == "ok":
                if w[1].rstrip("/").endswith("/live"):
                    say(200, "OK", ["Content-Base: " + w[1] + "/"], SDP)
                else:
                    say(404, "Not Found")
            elif how == "locked":
                say(403, "Forbidden")
            else:
                n = secrets.token_hex(16)
                NONCES.add(n)
                say(401, "Unauthorized", [f'WWW-Authenticate: Digest realm="hub", nonce="{n}", algorithm=SHA-256, qop="auth"'])
        elif m == "SETUP" and "/live" in w[1]:
            if "interleaved" not in f.get("transport", ""):
                say(461, "Unsupported Transport")
            else:
                setup = True
                say(200, "OK", ["Transport: RTP/AVP/TCP;unicast;interleaved=0-1", "Session: 4711"])
        elif m == "PLAY" and setup:
            say(200, "OK", ["Session: 4711"])
            for i in range(20):
                c.sendall(b"$\0\0\x20" + bytes([0x80, 0, 0, i]) + (i * 20).to_bytes(4, "big") + b"\0\0\0\1" + bytes([0xD5 ^ i] * 20))
                time.sleep(0.02)
        elif m == "TEARDOWN":
            return say(200, "OK")
        else:
            say(455 if m == "PLAY" else 501, "Not Valid" if m == "PLAY" else "Not Implemented")


def serve(c):
    try:
        client(c)
    except OSError:
        pass
    finally:
        c.close()


l = socket.create_server((hub.DEVICE, 8554), backlog=64)
while True:
    threading.Thread(target=serve, args=(l.accept()[0],), daemon=True).start()
