#!/usr/bin/env python3
"""mqtt.py HOST PORT CAFILE USER PASSWORD [TOPIC MESSAGE]: publishes a retained message, or shows what "#" gives in two seconds."""
import socket
import ssl
import sys

host, port, ca, user, password, *rest = sys.argv[1:]
text = lambda s: len(s.encode()).to_bytes(2, "big") + s.encode()
tls = ssl.create_default_context(cafile=ca)
s = tls.wrap_socket(socket.create_connection((host, int(port)), 5), server_hostname=host)
flags = 2 | (0xC0 if user else 0)
body = text("MQTT") + bytes([4, flags, 0, 30]) + text("c" + user) + ((text(user) + text(password)) if user else b"")
s.sendall(bytes([0x10, len(body)]) + body)
print("CONNACK", s.recv(4).hex())
if rest:
    body = text(rest[0]) + rest[1].encode()
    s.sendall(bytes([0x31, len(body)]) + body + b"\xe0\x00")
else:
    s.sendall(bytes([0x82, 6, 0, 1]) + text("#") + b"\x00")
    s.settimeout(2)
    try:
        while got := s.recv(2000):
            print(got)
    except OSError:
        pass
