"""Small services beside the sound web interface: coap6, coap, wsd, tftp, tftp-sound, proxy, sslh, rescue, oracle, sni, web6, spa, password."""
from b3lib import *
mode = sys.argv[1]
def coap(resources, d):
    if len(d) < 4 or d[0] >> 6 != 1: return
    kind, tkl, code, mid = (d[0] >> 4) & 3, d[0] & 15, d[1], d[2:4]
    if tkl > 8 or kind > 1 or len(d) < 4 + tkl: return
    if code == 0: return bytes([0x70, 0]) + mid if kind == 0 else None
    token, i, number, path = d[4:4 + tkl], 4 + tkl, 0, []; bad = False
    while i < len(d) and d[i] != 0xff:
        delta, n = d[i] >> 4, d[i] & 15; i += 1
        if 15 in (delta, n): bad = True; break
        if delta == 13: delta = 13 + d[i]; i += 1
        elif delta == 14: delta = 269 + d[i] * 256 + d[i + 1]; i += 2
        if n == 13: n = 13 + d[i]; i += 1
        elif n == 14: n = 269 + d[i] * 256 + d[i + 1]; i += 2
        number += delta
        if i + n > len(d): bad = True; break
        if number == 11: path.append(d[i:i + n].decode('utf-8', 'replace'))
        elif number % 2 and number not in (3, 7, 11, 15, 17, 23, 27): bad = True
        i += n
    p = '/'.join(path); head = lambda code: bytes([(0x60 if kind == 0 else 0x50) | tkl, code]) + mid + token
    if bad: return head(0x82)
    if p not in resources: return head(0x84)
    if code != 1: return head(0x85)
    cf, body = resources[p]; return head(0x45) + (b'\xc0' if cf == 0 else bytes([0xc1, cf])) + b'\xff' + body
class H(hub.Hub): pass
if mode == 'coap6':
    R = {'.well-known/core': (40, b'</c/ag>;rt="thread.active",</c/mg>;if="network.key"'), 'c/ag': (0, b'channel=15 panid=0x1a2b xpan=dead00beef00cafe'), 'c/mg': (0, b'networkkey=3f1c9a77d2504be8a6110c5e93f7b042')}
    udp(61631, lambda d, a: coap(R, d), DEVICE6)
elif mode == 'coap':
    R = {'.well-known/core': (40, b'</light>;rt="state"'), 'light': (0, b'off')}
    udp(5683, lambda d, a: coap(R, d))
elif mode == 'wsd':
    def wsd(d, a):
        m = re.search(rb'MessageID[^>]*>\s*([^<\s]+)', d)
        if b'Probe' not in d or not m: return
        return (b'<?xml version="1.0"?><s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:d="http://schemas.xmlsoap.org/ws/2005/04/discovery">'
          b'<s:Header><a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/ProbeMatches</a:Action><a:RelatesTo>' + m[1] + b'</a:RelatesTo></s:Header><s:Body><d:ProbeMatches><d:ProbeMatch>'
          b'<d:Types>NetworkVideoTransmitter</d:Types><d:Scopes>onvif://www.onvif.org/hardware/EH-40 onvif://www.onvif.org/serial/EH-204417 onvif://www.onvif.org/version/2.3.5</d:Scopes>'
          b'<d:XAddrs>https://10.88.0.2:8443/</d:XAddrs></d:ProbeMatch></d:ProbeMatches></s:Body></s:Envelope>')
    udp(3702, wsd, group='239.255.255.250')
elif mode.startswith('tftp'):
    F = {'boot.cfg': b'tone=chime.wav\nvolume=4\n', 'chime.wav': b'RIFF' + bytes(400)}
    if mode == 'tftp':
        F['boot.cfg'] += b'unit=$MAC.cfg\n'
        F['026e48a17e31.cfg'] = b'wifi.ssid=home\nwifi.psk=Tq8wZr4nLx2pVb7k\nlogin.user=owner\nlogin.password=' + hub.PASSWORD.encode() + b'\n'
    def send(f, a):
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind((DEVICE, 0)); s.settimeout(1)
        for n in range(len(f) // 512 + 1):
            for _ in range(3):
                s.sendto(struct.pack('>HH', 3, n + 1) + f[n * 512:n * 512 + 512], a)
                try:
                    if s.recvfrom(600)[0][:4] == struct.pack('>HH', 4, n + 1): break
                except OSError: pass
            else: return
    def tftp(d, a):
        op = d[:2]
        if op not in (b'\0\1', b'\0\2'): return
        name = d[2:].split(b'\0')[0].decode('latin1').lstrip('/')
        if op == b'\0\2': return b'\0\5\0\2denied\0'
        if name not in F: return b'\0\5\0\1not found\0'
        threading.Thread(target=send, args=(F[name], a), daemon=True).start()
    udp(69, tftp)
elif mode == 'proxy':
    class Inner(hub.Hub):
        def handle_request(self): self.answer(200, '{"wifi":"home","psk":"Tq8wZr4nLx2pVb7k","remote_support":true}\n', 'application/json')
        do_GET = handle_request
    threading.Thread(target=hub.run, args=([('127.0.0.1', 80, Inner, None)],), daemon=True).start()
    def pl(self, path, data):
        if self.command == 'GET' and self.path.startswith('http://'):
            u = hub.urlsplit(self.path)
            try:
                s = socket.create_connection((u.hostname, u.port or 80), 3); s.sendall(f'GET {u.path or "/"} HTTP/1.0\r\nHost: {u.netloc}\r\n\r\n'.encode()); out = b''
                while len(out) < 1 << 20:
                    x = s.recv(65536)
                    if not x: break
                    out += x
                self.close_connection = True; self.wfile.write(out); return
            except OSError: return self.answer(502, 'error', 'text/plain')
        hub.Hub.plain(self, path, data)
    H.plain = pl
elif mode == 'sslh':
    old = hub.Server.finish_request
    def fin(self, request, client):
        if self.context:
            request.settimeout(15)
            try: first = request.recv(4, socket.MSG_PEEK)
            except OSError: first = b''
            if first == b'SSH-':
                s = socket.create_connection(('127.0.0.1', 2022)); request.settimeout(None)
                def pump(x, y):
                    try:
                        while True:
                            d = x.recv(65536)
                            if not d: break
                            y.sendall(d)
                    except OSError: pass
                    for z in (x, y):
                        try: z.shutdown(socket.SHUT_RDWR)
                        except OSError: pass
                t = threading.Thread(target=pump, args=(s, request), daemon=True); t.start(); pump(request, s); return
        old(self, request, client)
    hub.Server.finish_request = fin
elif mode == 'rescue':
    class L(hub.Lockout):
        open = None
        def mistake(self, user, handler):
            w = super().mistake(user, handler)
            if self.until.get(user, 0) > time.monotonic() and not L.open:
                def shell(c):
                    c.sendall(b'rescue shell\r\n# ')
                    for line in c.makefile('rb'):
                        w = line.decode('latin1').split()
                        c.sendall({'id': b'uid=0(root) gid=0(root)\r\n', 'ls': b'config.json keys\r\n', 'uname': b'Linux hub 4.14.98 armv7l\r\n'}.get(w[0] if w else '', b'not found\r\n') + b'# ')
                L.open = tcp(2301, shell)
                threading.Timer(600, lambda: None).start()
            return w
    H.lockout = L()
elif mode == 'oracle':
    class L(hub.Lockout): lock_seconds = 20.0
    H.lockout = L()
    def attempt(self, user, password):
        if self.accepts(user, password): self.lockout.right(user, self); return 'ok'      # before it asks whether the account is locked
        if self.lockout.locked(user, self): return 'locked'
        time.sleep(self.lockout.mistake(user, self)); return 'wrong'
    H.attempt = attempt
elif mode == 'sni':
    weak = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER); weak.load_cert_chain(os.path.join(hub.PKI, 'device.pem')); weak.minimum_version = ssl.TLSVersion.TLSv1
    weak.set_ciphers('ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES128-SHA:ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0')
    old = hub.Server.finish_request
    def fin(self, request, client):
        if self.context:
            request.settimeout(15)
            try: first = request.recv(4096, socket.MSG_PEEK)
            except OSError: first = b''
            if b'hub.local' in first:
                try: r = weak.wrap_socket(request, server_side=True); self.RequestHandlerClass(r, client, self); r.close()
                except (OSError, ssl.SSLError): pass
                return
        old(self, request, client)
    hub.Server.finish_request = fin
elif mode == 'web6':
    class Six(H):
        def who(self, path): return self.sessions.get(self.cookie('sid')) or ('owner' if self.command == 'GET' else None)
    threading.Thread(target=hub.run, args=([(DEVICE6, 8443, Six, hub.context())],)).start()
elif mode == 'spa':
    def route(self, path, query, data):
        if path in ('/login', '/health'): return self.public(path, query, data)
        user = self.who(path)
        if user is None: return self.answer(200, self.login_html())
        if path in ('/', '/settings', '/password', '/logout'): return self.private(path, query, data, user)
        self.answer(200, hub.PAGE % ('Hub', '', 'Hub', '<p>Welcome</p><a href="/settings">settings</a> <a href="/password">password</a> <a href="/logout">logout</a>'))
    H.route = route
elif mode == 'password':
    H.users = {'owner': sys.argv[2]}
hub.serve(H)
