#!/usr/bin/env python3
"""A smart plug: form login and JSON API over HTTP, state by MQTT in the clear to its cloud."""
import json
import os
import socket
import sys
import threading
import time

sys.path.insert(0, os.environ["SHARED"])
import hub  # noqa: E402


class Plug(hub.Hub):
    relay = {"on": False, "power": 0.0}

    def more_headers(self):
        return []

    def open_session(self, user):
        name, value = super().open_session(user)
        return name, value.replace("; Secure", "")

    def route(self, path, query, data):
        if self.public(path, query, data):
            return
        user = self.who(path)
        if path.startswith("/api/"):
            if user is None:
                return self.json({"error": "sign in"}, 401)
            if path == "/api/state":
                return self.json(self.relay)
            if path == "/api/relay" and self.command == "POST":
                try:
                    value = json.loads(data)["on"]
                except (ValueError, KeyError, TypeError):
                    return self.json({"error": "bad request"}, 400)
                if not isinstance(value, bool):
                    return self.json({"error": "bad request"}, 400)
                self.relay["on"] = value
                return self.json(self.relay)
            return self.json({"error": "not found"}, 404)
        if user is None:
            return self.redirect("/login") if path in ("/", "/password", "/logout") else self.answer(404, "not found", "text/plain")
        self.private(path, query, data, user)


def telemetry():
    text = lambda value: len(value).to_bytes(2, "big") + value
    while True:
        try:
            with socket.create_connection((os.environ["TESTER"], 1883), 2) as broker:
                broker.settimeout(2)
                body = text(b"MQTT") + b"\x04\xc2\x00\x3c" + text(b"plug-PL-300417") + text(b"plug") + text(b"Zk3v9QpX7rTn2LbW8sYd5HcG")
                broker.sendall(b"\x10" + bytes([len(body)]) + body)
                broker.recv(4)
                said = text(b"plugs/state") + b'{"serial":"PL-300417","on":false,"power":0.0}'
                broker.sendall(b"\x30" + bytes([len(said)]) + said)
        except OSError:
            pass
        time.sleep(2)


threading.Thread(target=telemetry, daemon=True).start()
hub.run([(hub.DEVICE, 80, Plug, None)])
