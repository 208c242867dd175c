#!/usr/bin/env python3
"""A small CoAP server on udp/5683."""
import os
import socket
import struct

LIST = '</time>;rt="clock";ct=0;title="Time of day of the device in UTC",</state>;rt="state";ct=0,</cfg/wifi>;rt="cfg";ct=0'
FILES = {".well-known/core": (40, LIST.encode()), "time": (0, b"12:00"), "state": (0, b"ok"), "cfg/wifi": (0, b"ssid=home\npassphrase=Kestrel-Harbour-71-vine\n")}


def options(data, at):
    number, out = 0, []
    while at < len(data) and data[at] != 0xFF:
        delta, length = data[at] >> 4, data[at] & 15
        at += 1
        both = []
        for value in (delta, length):
            if value == 13:
                value, at = 13 + data[at], at + 1
            elif value == 14:
                value, at = 269 + struct.unpack(">H", data[at:at + 2])[0], at + 2
            elif value == 15:
                raise ValueError
            both.append(value)
        number += both[0]
        if at + both[1] > len(data):
            raise ValueError
        out.append((number, data[at:at + both[1]]))
        at += both[1]
    return out


def encode(pairs):
    out, last = b"", 0
    for number, value in sorted(pairs):
        delta = number - last
        out += (bytes([delta << 4 | len(value)]) if delta < 13 else bytes([13 << 4 | len(value), delta - 13])) + value
        last = number
    return out


def answer(data, next_id):
    if len(data) < 4 or data[0] >> 6 != 1 or data[0] & 15 > 8:
        return None
    kind, tkl, code, mid = data[0] >> 4 & 3, data[0] & 15, data[1], data[2:4]
    if kind > 1:
        return None
    if code == 0:
        return bytes([0x70, 0]) + mid if kind == 0 else None
    token = data[4:4 + tkl]
    head = lambda c: bytes([(0x60 if kind == 0 else 0x50) | tkl, c]) + (mid if kind == 0 else next_id) + token
    try:
        opts = options(data, 4 + tkl)
    except (ValueError, IndexError, struct.error):
        return head(0x80)
    if code != 1:
        return head(0x85)
    path = "/".join(v.decode("utf-8", "replace") for n, v in opts if n == 11)
    if any(n % 2 and n not in (3, 7, 11, 15, 17, 23) for n, v in opts):
        return head(0x82)
    if path not in FILES:
        return head(0x84)
    fmt, body = FILES[path]
    asked = next((int.from_bytes(v, "big") for n, v in opts if n == 23), None)
    size = min(2, asked & 7) if asked is not None else 2
    step = 16 << size
    number = asked >> 4 if asked is not None else 0
    if asked is not None and asked & 7 > 2:
        number = number << (asked & 7) - 2
    part = body[number * step:(number + 1) * step]
    if not part:
        return head(0x82)
    more = (number + 1) * step < len(body)
    pairs = [(12, bytes([fmt]) if fmt else b"")]
    if more or number:
        value = number << 4 | more << 3 | size
        pairs.append((23, value.to_bytes((value.bit_length() + 7) // 8, "big")))
    return head(0x45) + encode(pairs) + b"\xff" + part


s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind((os.environ["DEVICE"], 5683))
count = 1
while True:
    data, peer = s.recvfrom(2048)
    count = (count + 1) % 65536
    out = answer(data, struct.pack(">H", count))
    if out:
        s.sendto(out, peer)
