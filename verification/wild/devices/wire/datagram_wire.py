#!/usr/bin/env python3
"""A proxy that bends datagrams: datagram_wire.py OPERATOR PORT INNER-PORT."""
import os
import socket
import sys
import threading
import time

DEVICE = os.environ["DEVICE"]
OPERATOR, PORT, INNER = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
outside = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
outside.bind((DEVICE, PORT))
other = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
other.bind((DEVICE, 0))
SECRET = b'{"psk":"linden-tree-4711"}'


def forward(data):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as inside:
        inside.settimeout(3)
        inside.sendto(data, ("127.0.0.1", INNER))
        try:
            return inside.recv(4096)
        except OSError:
            return None


def snmp_value(request, value):
    """A response to a v2c request, with the value as text: the tag and the error fields change, the name stays."""
    at = request.find(b"\xa0")
    if at < 0:
        at = request.find(b"\xa1")
    null = request.rfind(b"\x05\x00")
    if at < 0 or null < 0:
        return None
    text = b"\x04" + bytes([len(value)]) + value
    grown = bytearray(request[:null] + text + request[null + 2:])
    grown[at] = 0xA2
    more = len(text) - 2
    for place in range(null):
        if request[place] in (0x30, 0xA0, 0xA1) and place + 1 < len(request) and request[place + 1] == len(request) - place - 2 and request[place + 1] < 100:
            grown[place + 1] += more
    return bytes(grown)


def answers(data):
    if OPERATOR == "identity":
        yield forward(data), outside
    elif OPERATOR == "mute":
        return
    elif OPERATOR == "late":
        reply = forward(data)
        time.sleep(8)
        yield reply, outside
    elif OPERATOR == "other-port":
        yield forward(data), other
    elif OPERATOR == "first-bytes":
        reply = forward(data)
        yield reply[:7] if reply else None, outside
    elif OPERATOR == "twice":
        reply = forward(data)
        yield reply, outside
        yield reply, outside
    elif OPERATOR == "dns-refused":
        yield data[:2] + b"\x81\x05" + data[4:6] + b"\0\0\0\0\0\0" + data[12:] if len(data) > 12 else None, outside
    elif OPERATOR == "dns-truncated":
        yield data[:2] + b"\x83\x80" + data[4:6] + b"\0\0\0\0\0\0" + data[12:] if len(data) > 12 else None, outside
    elif OPERATOR == "snmp-public":
        yield snmp_value(data, b"hub EH-40") if b"public" in data else forward(data), outside
    elif OPERATOR == "snmp-any":
        yield snmp_value(data, b"hub EH-40") if data[:1] == b"\x30" and b"\x02\x01\x03" not in data[:6] else forward(data), outside
    elif OPERATOR == "coap-leak":
        reply = forward(data)
        if reply and reply[1] >> 5 == 4:
            token = reply[4:4 + (reply[0] & 15)]
            reply = reply[:1] + b"\x45" + reply[2:4] + token + b"\xff" + SECRET
        yield reply, outside
    elif OPERATOR == "coap-second":
        reply = forward(data)
        yield reply, outside
        if reply:
            yield reply[:1] + b"\x45" + reply[2:4] + reply[4:4 + (reply[0] & 15)] + b"\xff" + SECRET, outside


def one(data, peer):
    for reply, via in answers(data):
        if reply:
            via.sendto(reply, peer)


while True:
    received, sender = outside.recvfrom(4096)
    threading.Thread(target=one, args=(received, sender), daemon=True).start()
