#!/usr/bin/env python3
"""The cloud of a recording: answers HTTP, TLS and MQTT at port 18443, and at 1883."""
import os
import socketserver
import ssl
import threading


class Sink(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(5)
        try:
            first = self.request.recv(1, 2)
            connection = self.request
            if first == b"\x16":
                tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                tls.load_cert_chain(os.environ["PKI"] + "/device.pem")
                connection = tls.wrap_socket(connection, server_side=True)
            data = connection.recv(2048)
            if data[:1] == b"\x10":
                connection.sendall(b"\x20\x02\x00\x00")
                connection.recv(2048)
            else:
                connection.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
        except (OSError, ssl.SSLError):
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True


for port in (18443, 1883):
    threading.Thread(target=Server((os.environ["TESTER"], port), Sink).serve_forever).start()
