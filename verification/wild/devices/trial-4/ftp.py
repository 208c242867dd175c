"""FTP for recordings; says 530 to a wrong password."""
import os, socket, sys, threading, time
sys.path.insert(0, os.environ["SHARED"])
import hub
L = hub.Lockout()
FILES = {"2026-11-30-front-door.log": b"07:41 front door opened\r\n18:02 front door opened\r\n"}


def client(c):
    c.settimeout(30)
    r, user, passive = c.makefile("rb"), None, None
    say = lambda t: c.sendall((t + "\r\n").encode())
    say("220 ready")
    while True:
        line = r.readline(512).decode("latin-1").strip()
        if not line:
            return
        cmd, _, arg = line.partition(" ")
        cmd = cmd.upper()
        if cmd == "USER":
            user = None
            name = arg[:64]
            say("331 password")
        elif cmd == "PASS":
            try:
                name
            except NameError:
                say("503 user first")
                continue
            if L.locked(name, None):
                say("421 wait")
                return
            user = name if name == "owner" else None
            if name == "owner" and arg == hub.PASSWORD:
                L.right(name, None)
                say("230 ok")
            else:
                time.sleep(L.mistake(name, None))
                say("530 wrong")
        elif cmd == "QUIT":
            return say("221 bye")
        elif user is None:
            say("530 sign in first")
        elif cmd in ("TYPE", "NOOP"):
            say("200 ok")
        elif cmd == "PWD":
            say('257 "/"')
        elif cmd in ("PASV", "EPSV"):
            passive = socket.create_server((hub.DEVICE, 0))
            passive.settimeout(5)
            p = passive.getsockname()[1]
            say(f"229 ok (|||{p}|)" if cmd == "EPSV" else "227 ok (%s,%d,%d)" % (hub.DEVICE.replace(".", ","), p >> 8, p & 255))
        elif cmd in ("LIST", "NLST", "RETR") and passive:
            if cmd == "RETR" and arg not in FILES:
                say("550 no such file")
                continue
            data = FILES[arg] if cmd == "RETR" else "".join((f"-rw-r--r-- 1 owner owner {len(v)} Nov 30 20:00 {k}" if cmd == "LIST" else k) + "\r\n" for k, v in FILES.items()).encode()
            say("150 here")
            with passive.accept()[0] as s:
                s.sendall(data)
            passive.close()
            passive = None
            say("226 done")
        else:
            say("502 no")


def serve(c):
    try:
        client(c)
    except OSError:
        pass
    finally:
        c.close()


l = socket.create_server((hub.DEVICE, 2121), backlog=64)
while True:
    threading.Thread(target=serve, args=(l.accept()[0],), daemon=True).start()
