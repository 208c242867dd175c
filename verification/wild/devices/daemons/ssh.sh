# Starts OpenSSH or dropbear with accounts of its own. ACCOUNTS: user=password …; KEYS: type:bits …; CONF: lines of sshd_config; DROPBEAR: options, instead of OpenSSH.
: "${PORT:=2200}" "${ACCOUNTS:=owner=m4tz-9kwd-x2hq-b7rf}" "${KEYS:=ecdsa:256}"
{ grep -E '^(sshd|nobody):' /etc/passwd || :; } >passwd
grep -q '^sshd:' passwd || echo 'sshd:x:990:65534::/run/sshd:/usr/sbin/nologin' >>passwd
printf 'sshd:*:20000::::::\nnobody:*:20000::::::\n' >shadow
case " $ACCOUNTS " in *' root='*) ;; *) echo 'root:x:0:0:root:/root:/usr/sbin/nologin' >>passwd; echo 'root:*:20000::::::' >>shadow ;; esac
id=1500
for account in $ACCOUNTS; do
  user=${account%%=*} password=${account#*=}
  [ "$user" = root ] && uid=0 || uid=$id
  echo "$user:x:$uid:$uid::/tmp:/bin/sh" >>passwd
  if [ -z "$password" ]; then echo "$user::20000::::::" >>shadow; else echo "$user:$(openssl passwd -6 "$password"):20000::::::" >>shadow; fi
  id=$((id + 1))
done
chmod 600 shadow
echo /bin/sh >shells
mkdir -p /run/sshd
mount --bind passwd /etc/passwd
mount --bind shadow /etc/shadow
mount --bind shells /etc/shells
if [ -n "${DROPBEAR+set}" ]; then
  keys=
  for key in $KEYS; do
    type=${key%%:*} bits=${key#*:}
    if [ "$type" = ed25519 ]; then dropbearkey -t ed25519 -f "db-$type" >/dev/null 2>&1; else dropbearkey -t "$type" -s "$bits" -f "db-$type" >/dev/null 2>&1; fi
    keys="$keys -r $WORK/db-$type"
  done
  dropbear -F -E -p "$DEVICE:$PORT" -P "$WORK/pid" $keys $DROPBEAR &
else
  printf '%s\n' "Port $PORT" "ListenAddress $DEVICE" "PidFile $WORK/pid" 'UsePAM no' 'PasswordAuthentication yes' 'StrictModes no' 'PrintMotd no' >conf
  for key in $KEYS; do
    type=${key%%:*} bits=${key#*:}
    ssh-keygen -q -t "$type" -b "$bits" -N '' -f "host-$type"
    echo "HostKey $WORK/host-$type" >>conf
  done
  printf '%s\n' "$CONF" >>conf
  /usr/sbin/sshd -D -e -f "$WORK/conf" &
fi
