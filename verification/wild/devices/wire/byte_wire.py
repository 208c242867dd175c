#!/usr/bin/env python3
"""A proxy that bends bytes between a tester and a sound server: byte_wire.py OPERATOR PORT INNER-PORT. TLS=1 ends TLS here, so that MQTT can be read."""
import os
import socket
import ssl
import sys
import threading
import time

DEVICE = os.environ["DEVICE"]
OPERATORS = {}
CONNECTIONS = [0]


def operator(name):
    def register(function):
        OPERATORS[name] = function
        return function
    return register


def pump(source, target, change=lambda data: data):
    try:
        while True:
            data = source.recv(65536)
            if not data:
                break
            data = change(data)
            if data is None:
                break
            target.sendall(data)
    except OSError:
        pass
    for end in (source, target):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


def both(client, server, change=lambda data: data):
    threading.Thread(target=pump, args=(client, server), daemon=True).start()
    pump(server, client, change)


@operator("identity")
def identity(client, server):
    both(client, server)


# ---- TLS records
@operator("tls-hello-version")
def hello_version(client, server):
    """The ServerHello says TLS 1.0."""
    def change(data):
        return data[:9] + b"\x03\x01" + data[11:] if data[:1] == b"\x16" and data[5:6] == b"\x02" else data
    both(client, server, change)


@operator("tls-hello-suite")
def hello_suite(client, server):
    """The ServerHello chooses a suite without encryption."""
    def change(data):
        if data[:1] == b"\x16" and data[5:6] == b"\x02":
            at = 44 + data[43]
            return data[:at] + b"\x00\x02" + data[at + 2:]
        return data
    both(client, server, change)


@operator("tls-cut")
def tls_cut(client, server):
    """The connection ends after 60 bytes of the server's first answer."""
    def change(data):
        client.sendall(data[:60])
        return None
    both(client, server, change)


@operator("tls-alert")
def tls_alert(client, server):
    """Each handshake is refused."""
    client.recv(4096)
    client.sendall(b"\x15\x03\x03\x00\x02\x02\x28")
    client.close()


@operator("silent")
def silent(client, server):
    time.sleep(20)
    client.close()


@operator("every-second")
def every_second(client, server):
    """Every second connection is closed at once."""
    CONNECTIONS[0] += 1
    if CONNECTIONS[0] % 2:
        client.close()
    else:
        both(client, server)


@operator("first-three")
def first_three(client, server):
    """After three connections nothing answers any more."""
    CONNECTIONS[0] += 1
    if CONNECTIONS[0] > 3:
        time.sleep(20)
        client.close()
    else:
        both(client, server)


# ---- SSH
def first_line(change):
    def bend(client, server):
        state = {"first": True}

        def on(data):
            if state["first"] and b"\n" in data:
                state["first"] = False
                line, _, rest = data.partition(b"\n")
                return change(line + b"\n") + rest
            return data
        both(client, server, on)
    return bend


OPERATORS["ssh-old-banner"] = first_line(lambda line: b"SSH-2.0-OpenSSH_5.3p1 Debian-3ubuntu7\r\n")
OPERATORS["ssh-version-1"] = first_line(lambda line: line.replace(b"SSH-2.0", b"SSH-1.99"))
OPERATORS["ssh-before-banner"] = first_line(lambda line: b"EH-40 firmware 2.3.5 unit EH-204417\r\n" + line)


def kexinit(change):
    """Changes the name-lists of the server's KEXINIT."""
    def bend(client, server):
        state = {"left": b"", "done": False, "greeted": False}

        def on(data):
            if state["done"]:
                return data
            state["left"] += data
            if not state["greeted"]:
                end = state["left"].find(b"\n") + 1
                if end == 0:
                    return b""
                client.sendall(state["left"][:end])  # a client may wait for the greeting
                state["greeted"], state["left"] = True, state["left"][end:]
            whole, end = state["left"], 0
            if len(whole) < 6:
                return b""
            size = int.from_bytes(whole[end:end + 4], "big")
            if len(whole) < end + 4 + size:
                return b""
            state["done"] = True
            padding = whole[end + 4]
            payload = whole[end + 5:end + 4 + size - padding]
            lists, at = [], 17
            for _ in range(10):
                length = int.from_bytes(payload[at:at + 4], "big")
                lists.append(payload[at + 4:at + 4 + length])
                at += 4 + length
            lists = change(lists)
            fresh = payload[:17] + b"".join(len(x).to_bytes(4, "big") + x for x in lists) + payload[at:]
            pad = 8 - (len(fresh) + 5) % 8
            pad += 8 if pad < 4 else 0
            return whole[:end] + (len(fresh) + pad + 1).to_bytes(4, "big") + bytes([pad]) + fresh + bytes(pad) + whole[end + 4 + size:]
        both(client, server, on)
    return bend


OPERATORS["ssh-weak-kex"] = kexinit(lambda l: [l[0] + b",diffie-hellman-group1-sha1"] + l[1:])
OPERATORS["ssh-weak-cipher"] = kexinit(lambda l: l[:2] + [l[2] + b",3des-cbc", l[3] + b",3des-cbc"] + l[4:])
OPERATORS["ssh-none-cipher"] = kexinit(lambda l: l[:2] + [b"none," + l[2], b"none," + l[3]] + l[4:])
OPERATORS["ssh-host-key"] = kexinit(lambda l: [l[0], l[1] + b",ssh-dss"] + l[2:])
OPERATORS["ssh-empty-lists"] = kexinit(lambda l: [b""] * len(l))


@operator("ssh-cut-kexinit")
def ssh_cut(client, server):
    """The connection ends in the middle of the KEXINIT."""
    state = {"sent": 0}

    def change(data):
        if state["sent"] + len(data) > 90:
            client.sendall(data[:max(0, 90 - state["sent"])])
            return None
        state["sent"] += len(data)
        return data
    both(client, server, change)


# ---- MQTT
@operator("mqtt-accept")
def mqtt_accept(client, server):
    """A refused CONNECT is answered as accepted, and SUBSCRIBE too."""
    first = client.recv(4096)
    if not first:
        return
    client.sendall(b"\x20\x02\x00\x00")
    while True:
        data = client.recv(4096)
        if not data:
            return
        if data[0] >> 4 == 8:
            client.sendall(b"\x90\x03" + data[2:4] + b"\x00")
            client.sendall(b"\x30\x1e\x00\x08home/psk" + b'{"psk":"linden-tree"}'[:20])
        elif data[0] >> 4 == 12:
            client.sendall(b"\xd0\x00")


@operator("mqtt-no-connack")
def mqtt_mute(client, server):
    client.recv(4096)
    time.sleep(15)


@operator("mqtt-cut-connack")
def mqtt_cut(client, server):
    client.recv(4096)
    client.sendall(b"\x20\x02")


@operator("mqtt-other-packet")
def mqtt_other(client, server):
    client.recv(4096)
    client.sendall(b"\xd0\x00")


def serve(change, port, inner):
    tls = None
    if os.environ.get("TLS"):
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(os.environ["PKI"] + "/device.pem")
        tls.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384")
    listener = socket.create_server((DEVICE, port), backlog=64)

    def one(client):
        try:
            client.settimeout(30)
            if tls:
                client = tls.wrap_socket(client, server_side=True)
            with socket.create_connection(("127.0.0.1", inner), 5) as server, client:
                change(client, server)
        except (OSError, ssl.SSLError):
            pass

    while True:
        client, _ = listener.accept()
        threading.Thread(target=one, args=(client,), daemon=True).start()


serve(OPERATORS[sys.argv[1]], int(sys.argv[2]), int(sys.argv[3]))
