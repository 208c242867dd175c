# Starts nginx or lighttpd at 8443 before the hub. SSL: lines of the server's TLS settings; CERT: name of key and certificate in $PKI, or in $WORK once made.
python3 "$SHARED/hub.py" --plain-only 127.0.0.1:9443 &
python3 - <<'PLAIN' &
import os, sys
sys.path.insert(0, os.environ["SHARED"])
from hub import DEVICE, Hub, run
run([(DEVICE, 8080, type("Plain", (Hub,), {"secure": False}), None)])
PLAIN
chmod 755 .
: "${CERT:=rsa}"
[ -e "$CERT.pem" ] || cp "$PKI/$CERT.key" "$PKI/$CERT.pem" "$PKI/$CERT.crt" .
cat "$PKI/ca.crt" >>"$CERT.crt"
if [ "$FRONT" = lighttpd ]; then
  printf '%s\n' 'server.modules = ("mod_openssl", "mod_proxy", "mod_setenv")' "server.document-root = \"$WORK\"" "server.bind = \"$DEVICE\"" 'server.port = 8443' 'server.tag = ""' \
    'ssl.engine = "enable"' "ssl.pemfile = \"$WORK/$CERT.pem\"" "$SSL" 'proxy.server = ("" => (("host" => "127.0.0.1", "port" => 9443)))' >lighttpd.conf
  lighttpd -D -f "$WORK/lighttpd.conf" &
else
  printf '%s\n' "daemon off; pid $WORK/pid; error_log $WORK/error; user root; worker_processes 1; events {}" \
    "http { access_log off; server_tokens off; client_body_temp_path $WORK/1; proxy_temp_path $WORK/2; fastcgi_temp_path $WORK/3; uwsgi_temp_path $WORK/4; scgi_temp_path $WORK/5;" \
    "server { listen $DEVICE:8443 ssl; ssl_certificate $WORK/$CERT.pem; ssl_certificate_key $WORK/$CERT.key; $SSL" \
    'location / { proxy_pass http://127.0.0.1:9443; proxy_set_header Cookie $http_cookie; } } }' >nginx.conf
  nginx -c "$WORK/nginx.conf" -e "$WORK/error" &
fi
