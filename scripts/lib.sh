# SPDX-License-Identifier: GPL-3.0-or-later
# What scripts/run, scripts/test, scripts/package and .ci/run share. Sourced, not run.
# shellcheck shell=bash
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "${BASH_SOURCE[0]}")/.."
project=$PWD

say() { printf '\n==> %s\n' "$*"; }

stop() {
    printf '\n%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# With sudo the packages need root, but what is built and run belongs to the person who called.
as_caller() {
    if [[ $EUID -eq 0 && -n ${SUDO_USER:-} && $SUDO_USER != root ]]; then
        local home
        home=$(getent passwd "$SUDO_USER" | cut -d: -f6)
        runuser -u "$SUDO_USER" -- env HOME="$home" USER="$SUDO_USER" \
            XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-/run/user/$SUDO_UID}" "$@"
    else
        "$@"
    fi
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

# Asked once, because asking dpkg for each package takes longer than a whole start.
installed=''
is_installed() {
    [[ -n $installed ]] ||
        installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null |
            sed -n 's/^installed //p' | tr '\n' ' ') "
    [[ $installed == *" $1 "* ]]
}
is_known() { apt-cache show --no-all-versions "$1" >/dev/null 2>&1; }

# need WHY PACKAGE...: notes the packages that are missing. "a|b": a, or b where the release of
# Debian or Ubuntu has no a.
missing=()
reasons=()
need() {
    local why=$1 names=() package
    shift
    for package in "$@"; do
        local any=0 name
        for name in ${package//|/ }; do
            ! is_installed "$name" || any=1
        done
        ((any)) || names+=("$package")
    done
    if ((${#names[@]})); then
        missing+=("${names[@]}")
        reasons+=("$(printf '%-46s %s' "$why:" "${names[*]}")")
    fi
}

install_missing() {
    ((${#missing[@]})) || return 0
    say "Installing what is missing with apt"
    printf '    %s\n' "${reasons[@]}"
    local log names=() package name chosen
    log=$(mktemp)
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
        stop "these packages are missing and only root can install them; as root, run: apt-get install --no-install-recommends ${missing[*]}"
    fi
    as_root apt-get -o DPkg::Lock::Timeout=300 update -qq >"$log" 2>&1 || {
        tail -n 20 "$log" >&2
        stop "apt-get update failed, see above; is there a network?"
    }
    for package in "${missing[@]}"; do
        chosen=''
        for name in ${package//|/ }; do
            if is_known "$name"; then
                chosen=$name
                break
            fi
        done
        [[ -n $chosen ]] || stop "this system's package sources have no ${package//|/ and no }; Debian 12, Debian 13 or Ubuntu 24.04 is needed"
        names+=("$chosen")
    done
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
        install -y -qq --no-install-recommends "${names[@]}" >"$log" 2>&1 || {
        tail -n 30 "$log" >&2
        stop "apt-get could not install the packages, see above"
    }
    rm -f "$log"
    installed=''
}

# What both the program and its tests need.
need_to_build() {
    if ! command -v apt-get >/dev/null; then
        echo "No apt here: nothing is installed by this script. CONTRIBUTING.md names what is needed."
        return 0
    fi
    need "compiler and build tools" g++ cmake ninja-build pkg-config
    need "Qt 6, its tools and translations" qt6-base-dev qt6-tools-dev qt6-tools-dev-tools \
        qt6-l10n-tools 'qt6-svg-dev|libqt6svg6-dev'
    # Debian 13 has cut the plugins, which draw what style sheets name, off from the library.
    local svg='qt6-svg-plugins|libqt6svg6'
    compgen -G '/usr/lib/*/qt6/plugins/imageformats/libqsvg.so' >/dev/null ||
        ! is_installed libqt6svg6 || svg=qt6-svg-plugins
    need "database and icons at run time" libqt6sql6-sqlite "$svg"
    need "JSON reader, results, command line" libsimdjson-dev libexpected-dev libcli11-dev
    need "JSON schemas, YAML" libvalijson-dev libyaml-cpp-dev
    need "widths of text on a terminal" libutf8proc-dev
    need "HTTP server of the local registry" libboost-dev
    need "text editor" libqscintilla2-qt6-dev
    need "charts" 'qt6-charts-dev|libqt6charts6-dev' 'libqt6opengl6-dev|qt6-base-dev'
    need "keychain" qtkeychain-qt6-dev libsecret-1-0
    need "fonts for English and Chinese" fonts-dejavu-core fonts-wqy-microhei
    need "certificates of the service" ca-certificates
}

# As many at a time as there are processors, and memory for (1.5 GiB each).
jobs() {
    local processors memory
    processors=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1572864) }' /proc/meminfo 2>/dev/null)
    memory=${memory:-$processors}
    ((memory > 0)) || memory=1
    echo $((memory < processors ? memory : processors))
}

# Compilations are what takes time; the other steps of a build count as nothing.
compilations() { grep -c '^\[[0-9]*/[0-9]*\] Building CXX object' || true; }

# progress TOTAL LOG: what a build says goes to LOG; here one line counts up. Without a terminal it
# is a line a minute.
progress() {
    local total=$1 log=$2 done=0 line code told=0 left=''
    local -i started=$SECONDS
    while true; do
        code=0
        IFS= read -r -t 1 line || code=$?
        ((code == 0 || code > 128)) || break
        if ((code == 0)); then
            printf '%s\n' "$line" >>"$log"
            [[ $line != \[*\]\ Building\ CXX\ object* ]] || done=$((done + 1))
        fi
        ((total)) || continue
        ((done <= total)) || total=$done
        left='about how long is not known yet'
        if ((done)); then
            local seconds=$(((SECONDS - started) * (total - done) / done))
            left="about $(((seconds + 59) / 60)) min left"
            ((seconds >= 60)) || left='less than a minute left'
        fi
        if [[ -t 1 ]]; then
            printf '\r    %d of %d parts compiled, %d s, %s \e[K' "$done" "$total" \
                $((SECONDS - started)) "$left"
        elif ((SECONDS - started >= told + 60)); then
            told=$((SECONDS - started))
            printf '    %d of %d parts compiled, %d s, %s\n' "$done" "$total" "$told" "$left"
        fi
    done
    [[ ! -t 1 ]] || printf '\r\e[K'
    ((total == 0)) || printf '    %d parts compiled in %d s\n' "$done" $((SECONDS - started))
}

# failed LOG WHAT: the part of a log that says why, and where all of it is.
failed() {
    grep -n -m 3 -A 25 -E '^FAILED:|CMake Error|error:' "$1" | cut -c1-400 | head -n 60 >&2 ||
        tail -n 30 "$1" >&2
    stop "$2; the whole log is in $1"
}

# build PRESET [TARGET...]
build() {
    local preset=$1 folder=build/$1 log total
    shift
    log=$project/$folder/build.log
    as_caller mkdir -p "$folder"
    as_caller touch "$log"
    : >"$log"
    # CMake runs again by itself when one of its files changes, but it does not know the presets.
    if [[ ! -f $folder/build.ninja ]] || ! cmp -s CMakePresets.json "$folder/presets.json"; then
        as_caller cmake --preset "$preset" >"$log" 2>&1 || failed "$log" "configuring failed"
        as_caller cp CMakePresets.json "$folder/presets.json"
    else
        as_caller ninja -C "$folder" build.ninja >"$log" 2>&1 || failed "$log" "configuring failed"
    fi
    # Nothing to do is the everyday case of scripts/run: say nothing then.
    total=$(as_caller ninja -C "$folder" -n "${@:-all}" 2>/dev/null | compilations)
    ((total == 0)) || say "Building ($preset); what the compiler says goes to $folder/build.log"
    as_caller env CCACHE_STATSLOG="$project/$folder/ccache.log" \
        cmake --build --preset "$preset" -j "$(jobs)" ${1:+--target "$@"} 2>&1 |
        progress "$total" "$log" || failed "$log" "building failed"
}

# How much of what was compiled since the log began the compiler cache knew.
tell_cache_share() {
    local log=build/$1/ccache.log hits misses
    [[ -s $log ]] || return 0
    hits=$(grep -cE '^(direct|preprocessed)_cache_hit' "$log" || true)
    misses=$(grep -c '^cache_miss' "$log" || true)
    ((hits + misses)) || return 0
    printf '    %d of %d compilations were found in the compiler cache (%d %%)\n' \
        "$hits" $((hits + misses)) $((100 * hits / (hits + misses)))
}

# run_tests PRESET [OPTIONS OF ctest]: offscreen, in homes of their own below build/.
run_tests() {
    local preset=$1
    shift
    say "Testing ($preset)"
    as_caller ctest --preset "$preset" "$@" || stop "a test failed, see above"
}
