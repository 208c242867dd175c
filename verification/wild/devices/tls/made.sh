# Makes $CERT.key and $CERT.pem in the working folder. KEY: rsa:BITS or ec:CURVE; NAMES: subjectAltName; FROM, UNTIL: dates; SIGNER: self or ca; DIGEST; SUBJECT.
: "${CERT:=own}" "${KEY:=ec:prime256v1}" "${NAMES:=IP:10.88.0.2,DNS:hub.local}" "${SIGNER:=ca}" "${DIGEST:=sha256}" "${SUBJECT:=/O=Example Devices/CN=hub}"
case $KEY in rsa:*) openssl genrsa -out "$CERT.key" "${KEY#*:}" 2>/dev/null ;; *) openssl ecparam -name "${KEY#*:}" -genkey -noout -out "$CERT.key" ;; esac
printf 'subjectAltName=%s\nbasicConstraints=CA:FALSE\nkeyUsage=digitalSignature,keyEncipherment\nextendedKeyUsage=serverAuth\n' "$NAMES" >names
openssl req -new -key "$CERT.key" -subj "$SUBJECT" -out "$CERT.csr"
if [ -n "$FROM" ]; then days="-not_before $FROM -not_after $UNTIL"; else days="-days ${DAYS:-300}"; fi
if [ "$SIGNER" = self ]; then by="-key $CERT.key"; else by="-CA $PKI/ca.crt -CAkey $PKI/ca.key -set_serial 4711"; fi
if [ "$SIGNER" = self ]; then openssl x509 -req -in "$CERT.csr" -signkey "$CERT.key" -extfile names $days -"$DIGEST" -out "$CERT.crt" 2>/dev/null
else openssl x509 -req -in "$CERT.csr" $by -extfile names $days -"$DIGEST" -out "$CERT.crt" 2>/dev/null; fi
cat "$CERT.key" "$CERT.crt" >"$CERT.pem"
[ "$SIGNER" = self ] || cat "$PKI/ca.crt" >>"$CERT.pem"
