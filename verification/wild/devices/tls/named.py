#!/usr/bin/env python3
"""The hub, which speaks TLS 1.0 to those who name it."""
import os
import ssl
import sys

sys.path.insert(0, os.environ["SHARED"])
import hub  # noqa: E402

strong = hub.context()
strong.minimum_version = ssl.TLSVersion.TLSv1
weak = hub.context("rsa.pem", ssl.TLSVersion.TLSv1, "ECDHE-RSA-AES128-SHA:AES128-SHA:@SECLEVEL=0")


def choose(connection, name, _):
    if name == "hub.local":
        connection.context = weak
    else:
        connection.context = hub.context()


strong.set_ciphers(hub.CIPHERS + ":ECDHE-RSA-AES128-SHA:AES128-SHA:@SECLEVEL=0")
strong.sni_callback = choose
hub.serve(tls=strong)
