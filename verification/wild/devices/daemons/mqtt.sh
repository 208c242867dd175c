# Starts mosquitto. PORT; TLS: version of TLS or empty for none; ANONYMOUS: true or false; MORE: further lines.
: "${PORT:=18883}" "${TLS=tlsv1.2}" "${ANONYMOUS:=false}"
chmod 755 .
: >users
mosquitto_passwd -b users sensor1 Zk3v9QpX7rTn2LbW8sYd5HcG >/dev/null 2>&1
if [ -n "$ACCOUNTS" ]; then for account in $ACCOUNTS; do mosquitto_passwd -b users "${account%%=*}" "${account#*=}" >/dev/null 2>&1; done; fi
{
  printf 'user root\nper_listener_settings false\nlistener %s %s\nallow_anonymous %s\npassword_file %s/users\npersistence false\n' "$PORT" "$DEVICE" "$ANONYMOUS" "$WORK"
  if [ -n "$TLS" ]; then
    cp "$PKI/device.crt" "$PKI/device.key" .
    printf 'certfile %s/device.crt\nkeyfile %s/device.key\ntls_version %s\nciphers %s\n' "$WORK" "$WORK" "$TLS" "${CIPHERS:-ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384}"
  fi
  printf '%s\n' "$MORE"
} >mosquitto.conf
mosquitto -c "$WORK/mosquitto.conf" &
