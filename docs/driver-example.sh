#!/bin/sh
# A driver program for Plumbline: one line of JSON in, one line of JSON out. Copy it into the dossier, make it executable and
# name it in driver.yaml:
#
#   program: driver.sh
#   actions:
#     power-off: {program: true}
#     power-on: {program: true}
#
# This one switches a relay that a file stands for; put your own commands in its place.
read -r request
relay="${TMPDIR:-/tmp}/plumbline-example-relay"
case "$request" in
  *'"action":"power-off"'*) state=off ;;
  *'"action":"power-on"'*) state=on ;;
  *)
    echo '{"result":"missing","reason":"this program switches the power and nothing else"}'
    exit 0
    ;;
esac
if echo "$state" >"$relay"; then
  echo "{\"result\":\"done\",\"values\":{\"relay\":\"$state\"}}"
else
  echo '{"result":"errored","reason":"the relay did not answer"}'
fi
