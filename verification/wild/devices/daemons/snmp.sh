# Starts snmpd. PORT; CONF: lines of its configuration.
mkdir -p state
printf 'agentaddress udp:%s:%s\n%s\nsysLocation hall\n' "$DEVICE" "${PORT:-161}" "${CONF:-rocommunity public}" >snmpd.conf
SNMP_PERSISTENT_DIR="$WORK/state" snmpd -f -Lo -C -c "$WORK/snmpd.conf" -p "$WORK/pid" &
