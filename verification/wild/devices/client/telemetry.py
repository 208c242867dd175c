#!/usr/bin/env python3
"""Publishes by MQTT in the clear, every second."""
import os
import socket
import time


def text(value):
    return len(value).to_bytes(2, "big") + value


while True:
    try:
        with socket.create_connection((os.environ["TESTER"], 1883), 2) as broker:
            broker.settimeout(2)
            body = text(b"MQTT") + b"\x04\xc2\x00\x3c" + text(b"hub-EH-204417") + text(b"hub") + text(b"linden-tree-4711")
            broker.sendall(b"\x10" + bytes([len(body)]) + body)
            broker.recv(4)
            said = text(b"hub/EH-204417/state") + b'{"serial":"EH-204417","owner":"anna@home.example","motion":"hall"}'
            broker.sendall(b"\x30" + bytes([len(said)]) + said)
    except OSError:
        pass
    time.sleep(1)
