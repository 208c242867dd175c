# Sourced by ./plumbline, ./test and ./release: finds a JDK 25 and Maven, installs what is missing where that is
# allowed, else prints the one command to type; builds the program. Not meant to be run by itself.

say() { printf '%s\n' "$*" >&2; }

# Whether somebody sits at a terminal and can be asked.
at_terminal() { [ -t 0 ] && [ -t 2 ] && [ -z "${CI:-}" ]; }

# may_install PACKAGE...: whether system packages may be installed. A person is asked; a machine without a terminal
# goes on, as the build of a pipeline needs it. PLUMBLINE_SETUP=yes or no answers for both.
may_install() {
  case ${PLUMBLINE_SETUP:-} in
    yes) return 0 ;;
    no) return 1 ;;
  esac
  at_terminal || return 0
  say "Plumbline needs these Debian packages, which are not installed:"
  say "  $*"
  local answer=n
  printf 'Install them now with apt-get? [Y/n] ' >&2
  read -r answer || answer=n
  case $answer in '' | [Yy] | [Yy][Ee][Ss]) return 0 ;; *) return 1 ;; esac
}

# install PACKAGE...: installs Debian packages as root or through sudo without a password.
install() {
  if ! command -v apt-get >/dev/null 2>&1; then
    say "Plumbline needs: $*"
    say "This system has no apt-get; install them with its own package manager, then start again."
    exit 2
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
      as_root=(sudo -n)
    else
      say "Plumbline needs these packages, and this account may not install them: $*"
      say "Type this, then start again:"
      say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
      exit 2
    fi
  fi
  if ! may_install "$@"; then
    say "Nothing was installed. Type this, then start again:"
    say "  ${as_root[*]:+sudo }apt-get update && ${as_root[*]:+sudo }apt-get install -y --no-install-recommends $*"
    exit 2
  fi
  say "Installing: $*"
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1; then
    tail -n 15 "$log" >&2
    say "Installing failed; the whole output is in $log. Type this to see it live:"
    say "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    exit 2
  fi
  rm -f "$log"
}

# is_jdk_25 DIR: whether a JDK (with javac) of version 25 or newer lies there.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${version:-0}" -ge 25 ]
}

find_jdk() {
  local dir
  for dir in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/*; do
    if is_jdk_25 "$dir"; then
      JAVA_HOME=$dir
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}

need_jdk() {
  find_jdk && return 0
  install openjdk-25-jdk-headless
  find_jdk && return 0
  say "No JDK 25 was found under /usr/lib/jvm after installing openjdk-25-jdk-headless. Set JAVA_HOME to one."
  exit 2
}

need_maven() {
  command -v mvn >/dev/null 2>&1 || install maven
}

# verify_libraries: stops where a library in Maven's usual local repository is not the one that .mvn/checksums names.
# What is fetched is verified by Maven before its use (.mvn/maven.config); what lies there may be of another build.
verify_libraries() {
  local repository=${HOME:-/nonexistent}/.m2/repository wrong
  [ -d "$repository" ] || return 0
  wrong=$(cd "$repository" && LC_ALL=C sha256sum --quiet --check --ignore-missing "$home/.mvn/checksums/checksums.sha256" 2>/dev/null |
    sed -n 's/: FAILED.*//p') || true
  [ -n "$wrong" ] || return 0
  say "These libraries in $repository are not those that this build expects:"
  say "$wrong"
  say "Remove them and start again; Maven fetches and verifies them. If a library was changed on purpose: tools/checksums"
  exit 2
}

# build_jars ROOT: builds the program that lies at ROOT: its jars, and the list of them, in application/cli/target/dist.
build_jars() {
  local cli=$1/application/cli/target
  local log=$cli/build.log
  need_maven
  verify_libraries
  # Jars of an earlier version too, which would be started beside the new ones.
  rm -rf "$cli/dist" "$cli"/plumbline-cli-*.jar
  mkdir -p "$cli"
  if ! (cd "$1" && mvn -B -q -T2 -Dfast -Dmaven.test.skip=true -Dspotless.check.skip=true -pl application/cli -am package) >"$log" 2>&1; then
    grep -E '^\[ERROR\]' "$log" | head -n 15 >&2 || tail -n 15 "$log" >&2
    say "The build failed; the whole output is in $log."
    exit 2
  fi
  cp "$cli"/plumbline-cli-*.jar "$cli/dist/lib/"
  (cd "$cli/dist" && find lib -name '*.jar' | LC_ALL=C sort | paste -sd: -) >"$cli/dist/classpath"
}
