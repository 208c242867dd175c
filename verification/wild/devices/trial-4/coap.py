"""CoAP with few resources; the list of them comes in blocks of 64 bytes."""
import os, socket
RES = {"status": "ok", "time": "1", "light/1": "off", "light/2": "off", "light/3": "off", "plug/1": "off", "plug/2": "off",
       "net/join": '{"ssid":"home","passphrase":"grey-otter-sings-41"}'}
CORE = ",".join(f'</{p}>;ct=0;rt="hub"' for p in RES)
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind((os.environ["DEVICE"], 5683))


def num(b):
    return int.from_bytes(b, "big")


while True:
    d, a = s.recvfrom(2048)
    try:
        if len(d) < 4 or d[0] >> 6 != 1 or d[0] & 15 > 8:
            continue
        kind, tkl, code, mid = d[0] >> 4 & 3, d[0] & 15, d[1], d[2:4]
        token, i, o, opts = d[4:4 + tkl], 4 + tkl, 0, []
        if code == 0:
            if kind == 0:
                s.sendto(bytes([0x70, 0]) + mid, a)
            continue
        if kind > 1:
            continue
        while i < len(d) and d[i] != 255:
            x, n = d[i] >> 4, d[i] & 15
            i += 1
            if x == 13: x = d[i] + 13; i += 1
            elif x == 14: x = num(d[i:i + 2]) + 269; i += 2
            if n == 13: n = d[i] + 13; i += 1
            elif n == 14: n = num(d[i:i + 2]) + 269; i += 2
            o += x
            opts.append((o, d[i:i + n]))
            i += n
        path = "/".join(v.decode() for k, v in opts if k == 11)
        block = next((num(v) for k, v in opts if k == 23), 0)
        head = lambda c: bytes([(0x60 if kind == 0 else 0x50) | tkl, c]) + mid + token
        if code != 1:
            s.sendto(head(0x85), a)
        elif path == ".well-known/core":
            n = block >> 4
            part = CORE[n * 64:n * 64 + 64]
            more = (n + 1) * 64 < len(CORE)
            v = n << 4 | (8 if more else 0) | 2
            if not part:
                s.sendto(head(0x80), a)
            else:
                vb = v.to_bytes(1 if v < 256 else 2, "big")
                s.sendto(head(0x45) + bytes([0xC1, 40, 0xB0 | len(vb)]) + vb + b"\xff" + part.encode(), a)
        elif path in RES:
            s.sendto(head(0x45) + b"\xc0\xff" + RES[path].encode(), a)
        else:
            s.sendto(head(0x84), a)
    except (IndexError, UnicodeDecodeError):
        pass
