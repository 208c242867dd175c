import os, socket, threading
s = socket.create_server((os.environ.get("TESTER", "10.88.0.1"), 8088))
def talk(c):
    try:
        c.settimeout(5); c.recv(4096); c.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
    except OSError: pass
    c.close()
while True:
    c, _ = s.accept(); threading.Thread(target=talk, args=(c,), daemon=True).start()
