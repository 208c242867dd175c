#!/usr/bin/env python3
"""The maker's public pages. Arguments: the address, and a JSON object of other pages by path."""
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ADDRESS = sys.argv[1]
OTHERS = json.loads(sys.argv[2]) if len(sys.argv) > 2 else {}
BASE = f"http://{ADDRESS}:8081"
LINKS = {
    "/security": "How to report a weakness",
    "/support": "How long you get updates",
    "/privacy": "Your data",
    "/manual": "Manual",
    "/telemetry": "Health reports",
    "/sensors": "Sensors",
}
PAGES = {
    "/": ("Example Devices", "<ul>%s</ul>" % "".join(f'<li><a href="{p}">{t}</a></li>' for p, t in LINKS.items())),
    "/security": ("How to report a weakness (vulnerability disclosure policy)",
        '<p>Found a security vulnerability in one of our products? Write to <a href="mailto:security@devices.example">security@devices.example</a>.</p>'
        "<p>We acknowledge your report within 3 days. We send you a status update every 14 days until the vulnerability is resolved.</p>"),
    "/support": ("How long you get updates (support period)", "<p>The Example Hub EH-40 gets security updates until 2031-12-31 at least.</p>"),
    "/privacy": ("Your data", "<p>Recordings, account data and settings: purpose, who may see them, how long. Personal data is processed for your recordings alone.</p>"),
    "/telemetry": ("Health reports (telemetry)",
        "<p>Once a day the device sends telemetry: firmware version, running time, signal strength, failed logins. Example Devices uses the reports, nobody else does: Example Devices, nobody else. "
        "The purpose: to find faults and attacks.</p>"),
    "/sensors": ("What the device can sense", "<p>External sensors: image sensor, microphone, light sensor and motion sensor. Each is shown in the app while in use.</p>"),
    "/manual": ("Manual", "<h2>Set up safely</h2><p>Follow the set-up on the card.</p><h2>Check that it is safe</h2><p>Every line of the security check has to be green.</p>"
        "<h2>Keep it safe</h2><p>Once a month.</p>"),
    "/manual/password": ("Change the password", "<p>Sign in to the web interface, open Change password, type the old password and the new password.</p>"),
    "/manual/deletion": ("Delete your data", "<p>Settings, Delete data. Confirm. All personal data on the device is deleted.</p>"),
}
TXT = f"Contact: mailto:security@devices.example\nExpires: 2027-11-01T00:00:00Z\nPolicy: {BASE}/security\n"


def page(title, body):
    return f'<!doctype html><html lang="en"><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>'


class Pages(BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_GET(self):
        path = self.path.split("?")[0]
        status, kind, headers = 200, "text/html; charset=utf-8", {}
        if path in OTHERS:
            other = OTHERS[path]
            if isinstance(other, str):
                body = other
            else:
                body, status, kind = other.get("body", ""), int(other.get("status", 200)), other.get("type", kind)
                headers = other.get("headers", {})
        elif path == "/.well-known/security.txt":
            body, kind = TXT, "text/plain; charset=utf-8"
        elif path in PAGES:
            body = page(*PAGES[path])
        else:
            body, status = page("Not found", "<p>There is no such page.</p>"), 404
        data = body.encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


ThreadingHTTPServer((ADDRESS, 8081), Pages).serve_forever()
