# Starts inetutils' telnetd by xinetd, at PORT. It starts a login of its own, which knows the account admin/admin.
cat >login.sh <<'LOGIN'
#!/bin/sh
printf 'hub login: '; read -r user
printf 'Password: '; read -r password
if [ "$user" = admin ] && [ "$password" = admin ]; then exec /bin/sh -i; fi
echo 'Login incorrect'; sleep 1
LOGIN
chmod +x login.sh
printf 'defaults\n{\n}\nservice hub-telnet\n{\n type = UNLISTED\n port = %s\n bind = %s\n socket_type = stream\n protocol = tcp\n wait = no\n user = root\n server = %s\n server_args = --exec-login=%s/login.sh\n}\n' \
  "${PORT:-23}" "$DEVICE" "$(command -v telnetd || echo /usr/sbin/telnetd)" "$WORK" >xinetd.conf
xinetd -dontfork -f "$WORK/xinetd.conf" -pidfile "$WORK/xinetd.pid" &
