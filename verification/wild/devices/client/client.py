#!/usr/bin/env python3
"""The device as client of its cloud: client.py MODE. It calls every half second, and sends a line once it trusts the server."""
import os
import socket
import ssl
import sys
import time

HOST, ADDRESS = "cloud.devices.example", (os.environ["TESTER"], 18443)
MODE = sys.argv[1]
ROOT = os.environ["HERE"] + "/../../../examples/sound-camera/test-authority.pem"
LINE = b'POST /v1/state HTTP/1.1\r\nHost: cloud.devices.example\r\nContent-Type: application/json\r\nContent-Length: 48\r\nConnection: close\r\n\r\n{"serial":"EH-204417","token":"Zk3v9QpX7rTn2L"}\n'


def settings(failures):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    tls.minimum_version = ssl.TLSVersion.TLSv1_3
    tls.load_verify_locations(ROOT)
    if MODE == "any" or MODE == "gives-up" and failures > 3:
        tls.check_hostname, tls.verify_mode = False, ssl.CERT_NONE
    if MODE == "any-name":
        tls.check_hostname = False
    if MODE == "old-tls":
        tls.minimum_version = ssl.TLSVersion.TLSv1
        tls.set_ciphers("ALL:@SECLEVEL=0")
    if MODE == "no-dates":
        tls.verify_flags |= 0x200000  # X509_V_FLAG_NO_CHECK_TIME
    return tls


def call(failures):
    with socket.create_connection(ADDRESS, 3) as plain:
        plain.settimeout(5)
        if MODE == "plain" or MODE == "gives-up-plain" and failures > 3:
            plain.sendall(LINE)
            plain.recv(256)
            return
        with settings(failures).wrap_socket(plain, server_hostname=HOST) as secured:
            secured.sendall(LINE)
            secured.recv(256)


failures = 0
while True:
    try:
        call(failures)
        failures = 0
    except ssl.SSLError:
        failures += 1
    except OSError:
        pass
    time.sleep(0.5)
