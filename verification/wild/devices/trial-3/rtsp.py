"""RTSP over TLS on tcp/322. Mode: sound (Digest SHA-256), setup (only DESCRIBE asks), nolock."""
from b3lib import *
mode = sys.argv[1]; lock = hub.Lockout(); nonces = set(); H = lambda t: hashlib.sha256(t.encode()).hexdigest()
SDP = 'v=0\r\no=- 0 0 IN IP4 0.0.0.0\r\ns=live\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:track1\r\n'
def good(auth, method):
    if mode != 'sound':
        if not auth.lower().startswith('basic '): return None, False
        try: user, _, pw = base64.b64decode(auth[6:]).decode().partition(':')
        except ValueError: return None, False
        return user, user == 'owner' and secrets.compare_digest(pw.encode(), hub.PASSWORD.encode())
    if not auth.lower().startswith('digest '): return None, False
    f = {k.lower(): a or b for k, a, b in re.findall(r'(\w+)=(?:"([^"]*)"|([^\s,]+))', auth[7:])}
    user = f.get('username', '')
    ha1, ha2 = H(f'owner:hub:{hub.PASSWORD}'), H(f'{method}:{f.get("uri", "")}')
    want = H(f'{ha1}:{f.get("nonce")}:{f.get("nc")}:{f.get("cnonce")}:{f.get("qop")}:{ha2}') if f.get('qop') else H(f'{ha1}:{f.get("nonce")}:{ha2}')
    return user, user == 'owner' and f.get('nonce') in nonces and f.get('algorithm', '').upper() == 'SHA-256' and secrets.compare_digest(want.encode(), f.get('response', '').encode())
def handle(c):
    r = c.makefile('rb'); session = secrets.token_hex(8); ok = False; setup = False; bad = 0
    while True:
        line = r.readline(4096).decode('latin1').strip()
        if not line: return
        h = {}
        while True:
            l = r.readline(4096).decode('latin1').strip()
            if not l: break
            k, _, v = l.partition(':'); h[k.strip().lower()] = v.strip()
            if len(h) > 60: return
        p = line.split()
        def say(code, text, more=(), body=''):
            cs = h.get('cseq', '0'); cs = cs if cs.isdigit() and len(cs) < 10 else '0'
            lines = [f'RTSP/1.0 {code} {text}', f'CSeq: {cs}', *more] + ([f'Content-Type: application/sdp', f'Content-Length: {len(body)}'] if body else [])
            c.sendall(('\r\n'.join(lines) + '\r\n\r\n' + body).encode())
        n = h.get('content-length', '0')
        if len(p) != 3 or not p[2].startswith('RTSP/1.0') or not n.isdigit() or int(n) > 4096: say(400, 'Bad Request'); return
        r.read(int(n)); m = p[0]
        if m == 'OPTIONS': say(200, 'OK', ['Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN']); continue
        if m not in ('DESCRIBE', 'SETUP', 'PLAY', 'TEARDOWN'): say(405, 'Method Not Allowed'); continue
        if not ok and (mode != 'setup' or m == 'DESCRIBE'):
            user, right = good(h.get('authorization', ''), m)
            if user is not None and mode != 'nolock':
                if lock.locked(user, None): say(403, 'Forbidden'); return
                if not right: time.sleep(lock.mistake(user, None))
                else: lock.right(user, None)
            if not right:
                nonce = secrets.token_hex(16); nonces.add(nonce); bad += 1
                say(401, 'Unauthorized', ['WWW-Authenticate: ' + (f'Digest realm="hub", nonce="{nonce}", algorithm=SHA-256, qop="auth"' if mode == 'sound' else 'Basic realm="hub"')])
                continue
            ok = True
        path = re.sub(r'^rtsps?://[^/]*', '', p[1])
        if not re.fullmatch(r'/live(/track1)?/?', path): say(404, 'Not Found'); continue
        if m == 'DESCRIBE': say(200, 'OK', body=SDP)
        elif m == 'SETUP': setup = True; say(200, 'OK', [f'Session: {session}', 'Transport: RTP/AVP/TCP;unicast;interleaved=0-1'])
        elif m == 'PLAY':
            if not setup or h.get('session', '').split(';')[0] != session: say(454, 'Session Not Found'); continue
            say(200, 'OK', [f'Session: {session}'])
            for i in range(20):
                f = struct.pack('>BBHII', 0x80, 96, i, i * 3000, 1) + b'\x65' + bytes((i * 7 + j) % 256 for j in range(200)); c.sendall(b'$\0' + struct.pack('>H', len(f)) + f)
        else: say(200, 'OK'); return
tcp(322, handle, hub.context())
hub.serve()
