import base64, hashlib, os, re, secrets, socket, ssl, struct, sys, threading, time
sys.path.insert(0, os.environ['SHARED'])
import hub
DEVICE = os.environ['DEVICE']; DEVICE6 = os.environ['DEVICE6']
TOKEN = 'q7Zt0vXk3RbW9sLmE2yHc5UpNfA8dGjK'
def tcp(port, handle, tls=None, address=DEVICE):
    s = socket.socket(socket.AF_INET6 if ':' in address else socket.AF_INET); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind((address, port)); s.listen(128)
    def one(c):
        try:
            c.settimeout(30)
            if tls: c = tls.wrap_socket(c, server_side=True)
            handle(c)
        except (OSError, ValueError, IndexError, struct.error, UnicodeError): pass
        finally:
            try: c.close()
            except OSError: pass
    def loop():
        while True:
            c, _ = s.accept(); threading.Thread(target=one, args=(c,), daemon=True).start()
    threading.Thread(target=loop).start(); return s
def udp(port, handle, address=DEVICE, group=None):
    s = socket.socket(socket.AF_INET6 if ':' in address else socket.AF_INET, socket.SOCK_DGRAM); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind((group or address, port))
    if group: s.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(group) + socket.inet_aton(address))
    out = s
    if group:
        out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); out.bind((address, 0))
    def loop():
        while True:
            try:
                d, a = s.recvfrom(2048); r = handle(d, a)
                if r: out.sendto(r, a)
            except (OSError, ValueError, IndexError, struct.error): pass
    threading.Thread(target=loop).start()
