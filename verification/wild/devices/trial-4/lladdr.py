"""A line console on the link-local address alone."""
import socket, subprocess, threading, time
for _ in range(60):
    t = subprocess.run(["ip", "-6", "-o", "addr", "show", "dev", "eth0", "scope", "link"], capture_output=True, text=True).stdout
    if "fe80" in t and "tentative" not in t:
        break
    time.sleep(0.2)
a = t.split()[3].split("/")[0]
l = socket.create_server((a, 2323, 0, socket.if_nametoindex("eth0")), family=socket.AF_INET6)


def serve(c):
    with c:
        try:
            c.settimeout(30)
            r = c.makefile("rb")
            c.sendall(b"EH console\r\n> ")
            for line in r:
                w = line.strip()
                c.sendall({b"version": b"2.3.5", b"wifi": b"home grey-otter-sings-41", b"help": b"help version wifi"}.get(w, b"?") + b"\r\n> ")
        except OSError:
            pass


while True:
    threading.Thread(target=serve, args=(l.accept()[0],), daemon=True).start()
