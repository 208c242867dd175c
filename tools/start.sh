# Sourced by ./plumbline and by the launcher of a release: starts Plumbline from its jars. Not meant to be run by itself.
# The one who sources it sets: home (where the examples lie), dist (with lib/ and classpath), java (its path), program
# (what people type).

# is_many FOLDER...: whether more dossiers lie there than a few people work on. Looks at no more than it has to.
is_many() {
  local folder found=()
  for folder in "$@"; do
    [ -d "$folder" ] || continue
    found+=("$folder"/product.yaml "$folder"/*/product.yaml)
    [ ${#found[@]} -le 50 ] || return 0
  done
  return 1
}

# start_options COMMAND ARGUMENT...: sets "options" to those of Java.
start_options() {
  options=(-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)
  # Short commands end before the second compiler pays; it reads large files several times as fast.
  # A server runs for long and is to take little memory: it gives back what it does not use. With many products its memory
  # is large, and the collector that needs the least would stop all people for half a second at a time.
  case "${1:-}" in
    import | capture | firmware | portfolio | stats) options+=(-Xms32m) ;;
    serve)
      shift
      if is_many "$@"; then
        options[0]=-XX:+UseG1GC
        options+=(-XX:MaxGCPauseMillis=50)
      else
        options+=(-Xms16m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20)
      fi
      ;;
    *) options+=(-Xms32m -XX:TieredStopAtLevel=1) ;;
  esac
}

# Sets "classes" to the jars, wherever they lie now: their names are kept relative to "dist".
class_path() {
  local names
  names=$(<"$dist/classpath")
  classes=$dist/${names//:/":$dist/"}
}

# learning_dossier DIR: makes DIR a dossier without errors that allows one port of this machine's loopback. The driver of
# the example sends to other ports, which would be an error.
learning_dossier() {
  cp -R "$home/examples/careless-camera" "$1"
  chmod -R u+w "$1"
  rm -f "$1/driver.yaml"
  sed -i 's/1-65535/9/' "$1/product.yaml"
}

# cache_for COMMAND: the name of the cache that the command starts from. The workbench has its own: what it loads besides
# would cost every other command 40 MiB.
cache_for() {
  case "${1:-}" in
    serve) printf workbench ;;
    *) printf plumbline ;;
  esac
}

# learn NAME CACHE WORK: writes the cache of this name, with WORK as a folder for the time of it. The cache holds parsed
# and linked classes, so that every later command starts fast. What it holds is learnt from one run: a test (which does
# all that a check does, and here asks one port of this machine's loopback), or pages of the workbench. It is right for
# the place where it was made alone.
learn() {
  local name=$1 cache=$2 settings=$3/learning-$1 learning
  learning=$settings/learning
  rm -rf "$settings" "$cache"
  class_path
  mkdir -p "$settings"
  learning_dossier "$learning"
  # Its own policy allows the loopback address; what else the example wants is agreed to by its digest.
  echo 'allow: [127.0.0.0/8]' >"$settings/scope.yaml"
  local main=("$java" "${options[@]}" -XX:TieredStopAtLevel=1) digest
  digest=$(PLUMBLINE_CONFIG=$settings "${main[@]}" -cp "$classes" dev.plumbline.cli.Main trust "$learning" --show 2>/dev/null |
    sed -n 's/^Digest: sha256://p') || true
  PLUMBLINE_CONFIG=$settings PLUMBLINE_CACHE=$settings/cache "${main[@]}" -XX:AOTCacheOutput="$cache" -Xlog:disable \
    -cp "$classes" dev.plumbline.cli.Main dev train "$learning" "$name" --yes "$digest" >/dev/null 2>&1 || true
  rm -rf "$settings"
}

# In a network of its own the simulated device is alone: no service of this machine answers on its
# address. Where that is not allowed, the demo leaves this machine's own ports out of its scope.
private_network() {
  local unshare=(unshare --net)
  [ "$(id -u)" -eq 0 ] || unshare=(unshare --map-root-user --net)
  command -v ip >/dev/null 2>&1 && "${unshare[@]}" ip link set lo up >/dev/null 2>&1 || return 0
  prefix=("${unshare[@]}" sh -c 'ip link set lo up && exec "$@"' sh)
}

# start CACHE ARGUMENT...: becomes Plumbline; CACHE may be empty.
start() {
  local cache=$1
  shift
  class_path
  [ -z "$cache" ] || options+=("-XX:AOTCache=$cache" -Xlog:disable -Xlog:all=off)
  prefix=()
  if [ "${1:-}" = demo ]; then
    private_network
  fi
  exec ${prefix[@]+"${prefix[@]}"} "$java" "${options[@]}" -Dplumbline.home="$home" \
    -Dplumbline.program="$program" -cp "$classes" dev.plumbline.cli.Main "$@"
}
