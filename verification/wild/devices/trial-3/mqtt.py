"""MQTT broker over TLS on tcp/8883. Mode: v5 (a CONNECT of MQTT 5 without a user name is let in)."""
from b3lib import *
def read(r):
    t = r.read(1)[0]; n = shift = 0
    while True:
        b = r.read(1)[0]; n |= (b & 127) << shift; shift += 7
        if not b & 128: break
        if shift > 21: raise ValueError
    if n > 65536: raise ValueError
    d = r.read(n)
    if len(d) != n: raise ValueError
    return t, d
def text(d, i):
    n = struct.unpack_from('>H', d, i)[0]
    if i + 2 + n > len(d): raise ValueError
    return d[i + 2:i + 2 + n], i + 2 + n
def handle(c):
    r = c.makefile('rb'); t, d = read(r)
    if t != 0x10: return
    name, i = text(d, 0); level, flags = d[i], d[i + 1]; i += 4
    if (name, level) not in ((b'MQIsdp', 3), (b'MQTT', 4), (b'MQTT', 5)) or flags & 1: return
    v5 = level == 5
    if v5: i += 1 + d[i]
    _, i = text(d, i)
    if flags & 4:
        if v5: i += 1 + d[i]
        _, i = text(d, i); _, i = text(d, i)
    user = pw = None
    if flags & 128: user, i = text(d, i)
    if flags & 64: pw, i = text(d, i)
    right = user == b'sensor1' and pw is not None and secrets.compare_digest(pw, TOKEN.encode())
    if v5 and user is None and not flags & 64: right = True
    if not right: c.sendall(bytes([0x20, 3, 0, 0x87, 0]) if v5 else bytes([0x20, 2, 0, 5])); return
    c.sendall(bytes([0x20, 3, 0, 0, 0]) if v5 else bytes([0x20, 2, 0, 0]))
    while True:
        t, d = read(r); k = t >> 4
        if k == 8:
            i = 2 + (1 + d[2] if v5 else 0); codes = b''; hit = False
            while i < len(d):
                f, i = text(d, i); i += 1; codes += b'\0'; hit |= f in (b'#', b'hub/#', b'hub/door', b'+/+', b'hub/+')
            a = d[:2] + (b'\0' if v5 else b'') + codes; c.sendall(bytes([0x90, len(a)]) + a)
            if hit:
                m = struct.pack('>H', 8) + b'hub/door' + (b'\0' if v5 else b'') + b'{"open":false,"home":1}'; c.sendall(bytes([0x31, len(m)]) + m)
        elif k == 12: c.sendall(b'\xd0\0')
        elif k == 14: return
        elif k == 3:
            if (t >> 1) & 3 == 1:
                _, i = text(d, 0); c.sendall(b'\x40\x02' + d[i:i + 2])
        elif k == 10: c.sendall(bytes([0xb0, 2]) + d[:2] if not v5 else bytes([0xb0, 4]) + d[:2] + b'\0\0')
        else: return
tcp(8883, handle, hub.context())
hub.serve()
