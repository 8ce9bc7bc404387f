#!/usr/bin/env bash
# What the tests need beyond Python: a browser, a CJK font, Java with Maven. Installed by package
# name where this is root on Debian or Ubuntu; elsewhere it says what is missing and goes on
# (the tests that need it then say so; with CI=true a missing part fails).
set -u
missing=()
command -v chromium >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fonts-noto-cjk)
command -v java >/dev/null || missing+=(openjdk-17-jre-headless)
command -v mvn >/dev/null || missing+=(maven)
[ ${#missing[@]} -eq 0 ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "installing for the tests: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && exit 0
fi
echo "NOT ON THIS MACHINE, the tests that need it will be skipped: ${missing[*]}" >&2
[ "${CI:-}" = true ] && exit 1
exit 0
