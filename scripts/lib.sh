# SPDX-License-Identifier: GPL-3.0-or-later
# What scripts/run, scripts/test and .ci/run share. Sourced, not run.
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

is_installed() { [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }
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
    need "database and icons at run time" libqt6sql6-sqlite libqt6svg6
    need "JSON reader, results, command line" libsimdjson-dev libexpected-dev libcli11-dev
    need "JSON schemas, YAML" libvalijson-dev libyaml-cpp-dev
    need "HTTP server of the local registry" libcpp-httplib-dev
    need "text editor" libqscintilla2-qt6-dev
    need "keychain" qtkeychain-qt6-dev libsecret-1-0
    need "fonts for English and Chinese" fonts-dejavu-core fonts-wqy-microhei
    need "certificates of the service" ca-certificates
}

# build PRESET [TARGET...]
build() {
    local preset=$1
    shift
    [[ -n ${MODELSCRIBE_VERBOSE:-} ]] || local quiet=1
    say "Building ($preset)"
    as_caller cmake --preset "$preset" ${quiet:+--log-level=WARNING} ||
        stop "configuring failed, see above"
    as_caller cmake --build --preset "$preset" ${1:+--target "$@"} ||
        stop "building failed, see above"
}

# run_tests PRESET: offscreen, in homes of their own below build/.
run_tests() {
    say "Testing ($1)"
    as_caller ctest --preset "$1" || stop "a test failed, see above"
}
