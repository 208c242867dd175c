#!/usr/bin/env python3
"""The sound hub behind a proxy: TLS on the loopback, the redirecting port outside."""
import os
import sys

sys.path.insert(0, os.environ["SHARED"])
import hub  # noqa: E402

hub.run([("127.0.0.1", 9443, hub.Hub, hub.context()), (hub.DEVICE, 8080, type("Plain", (hub.Hub,), {"secure": False}), None)])
