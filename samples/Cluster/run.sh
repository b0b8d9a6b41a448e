#!/usr/bin/env bash
# Two replicas and a local redis-server that is killed and comes back: says what each replica answered, and fails where a check does.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v redis-server >/dev/null || { echo "redis-server is missing: apt-get install redis-server" >&2; exit 1; }
exec dotnet run -c Release --project samples/Cluster -- demo
