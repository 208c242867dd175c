#!/usr/bin/env python3
"""The broker of the maker's cloud: accepts everything."""
import os
import socketserver


class Broker(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        try:
            if self.request.recv(2048)[:1] == b"\x10":
                self.request.sendall(b"\x20\x02\x00\x00")
                self.request.recv(2048)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True


Server((os.environ["TESTER"], 1883), Broker).serve_forever()
