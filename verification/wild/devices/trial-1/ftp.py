#!/usr/bin/env python3
"""FTP with AUTH TLS on tcp/2121 for the owner's recordings; no login without TLS."""
import os
import socket
import sys
import threading
import time

sys.path.insert(0, os.environ["SHARED"])
import hub  # noqa: E402

TLS, LOCK = hub.context(), hub.Lockout()
FILES = {"clip-0001.txt": b"recording of the front door, 07:14\n" * 20, "clip-0002.txt": b"recording of the hall, 18:40\n" * 20}


def serve(sock):
    sock.settimeout(60)
    secure, user, logged, passive = False, None, False, None
    private = False

    def say(text):
        sock.sendall((text + "\r\n").encode())

    def transfer(data):
        nonlocal passive
        if not passive:
            return say("425 use PASV or EPSV first")
        say("150 here it comes")
        passive.settimeout(10)
        try:
            conn, _ = passive.accept()
            conn.settimeout(10)
            if private:
                conn = TLS.wrap_socket(conn, server_side=True)
            conn.sendall(data)
            if private:
                try:
                    conn.unwrap()
                except OSError:
                    pass
            conn.close()
            say("226 done")
        except OSError:
            say("426 broken off")
        finally:
            passive.close()
            passive = None

    try:
        say("220 ready")
        buffer = b""
        while True:
            while b"\n" not in buffer:
                got = sock.recv(1024)
                if not got or len(buffer) > 2048:
                    return
                buffer += got
            line, _, buffer = buffer.partition(b"\n")
            verb, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
            verb = verb.upper()
            if verb == "QUIT":
                say("221 bye")
                return
            elif verb == "AUTH" and not secure and rest.upper() in ("TLS", "TLS-C"):
                say("234 go ahead")
                buffer = b""
                sock = TLS.wrap_socket(sock, server_side=True)
                secure, user, logged = True, None, False
            elif verb == "FEAT":
                sock.sendall(b"211-Features\r\n AUTH TLS\r\n PBSZ\r\n PROT\r\n EPSV\r\n211 End\r\n")
            elif verb == "NOOP":
                say("200 ok")
            elif verb in ("USER", "PASS") and not secure:
                say("530 AUTH TLS first")
            elif verb == "USER":
                user, logged = rest, False
                say("331 password, please")
            elif verb == "PASS":
                if user is None:
                    say("503 USER first")
                elif LOCK.locked(user, None):
                    say("530 not now")
                elif user == "owner" and rest == hub.PASSWORD:
                    LOCK.right(user, None)
                    logged = True
                    say("230 welcome")
                else:
                    time.sleep(LOCK.mistake(user, None))
                    say("530 wrong")
            elif not secure or not logged:
                say("530 sign in first")
            elif verb == "PBSZ":
                say("200 PBSZ=0")
            elif verb == "PROT":
                private = rest.upper() == "P"
                say("200 ok" if rest.upper() in "PC" else "536 not supported")
            elif verb == "TYPE":
                say("200 ok")
            elif verb == "PWD":
                say('257 "/"')
            elif verb == "CWD":
                say("250 ok" if rest in ("/", ".") else "550 no such folder")
            elif verb in ("PASV", "EPSV"):
                if passive:
                    passive.close()
                passive = socket.create_server((os.environ["DEVICE"], 0))
                port = passive.getsockname()[1]
                if verb == "EPSV":
                    say(f"229 passive (|||{port}|)")
                else:
                    say(f"227 passive ({os.environ['DEVICE'].replace('.', ',')},{port >> 8},{port & 255})")
            elif verb == "LIST":
                transfer("".join(f"-rw-r--r-- 1 owner owner {len(d)} Nov 20 07:14 {n}\r\n" for n, d in FILES.items()).encode())
            elif verb == "NLST":
                transfer("".join(n + "\r\n" for n in FILES).encode())
            elif verb == "RETR" and rest.lstrip("/") in FILES:
                transfer(FILES[rest.lstrip("/")])
            elif verb == "RETR":
                say("550 no such file")
            else:
                say("502 not implemented")
    except OSError:
        pass
    finally:
        if passive:
            passive.close()
        sock.close()


server = socket.create_server((os.environ["DEVICE"], 2121), backlog=64)
while True:
    client, _ = server.accept()
    threading.Thread(target=serve, args=(client,), daemon=True).start()
