#!/bin/sh
# podman.sh up|down|socket|why   a genuine Podman engine from Debian's podman, in mount and pid namespaces of its own.
# It needs root, no systemd and no registry; it holds one image, test/busybox:1. D is its directory.
#   socket   prints where it listens        why   prints why this machine cannot start one, nothing where it can
set -eu
D=${D:-${XDG_CACHE_HOME:-$HOME/.cache}/kaptan-tests/podman}
SOCKET=$D/podman.sock
. "$(dirname "$0")/common.sh"

alive() { P=$(cat "$D/pid" 2>/dev/null) && [ "$(cat "/proc/$P/comm" 2>/dev/null)" = unshare ]; }

case ${1:-} in
up)
    if alive && api GET /_ping >/dev/null 2>&1; then exit 0; fi
    mkdir -p "$D/net" "$D/tmp"
    rm -f "$SOCKET"
    cat >"$D/containers.conf" <<CONF
[containers]
log_driver = "k8s-file"
default_ulimits = ["nofile=$(ulimit -Hn):$(ulimit -Hn)", "nproc=4096:4096"]
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "crun"
tmp_dir = "/run/libpod"
volume_path = "$D/volumes"
[network]
network_backend = "netavark"
network_config_dir = "$D/net"
default_subnet = "10.213.0.0/24"
default_subnet_pools = [{"base" = "10.214.0.0/16", "size" = 24}]
CONF
    printf '[storage]\ndriver = "overlay"\ngraphroot = "%s"\nrunroot = "/run/containers/storage"\n' "$D/root" >"$D/storage.conf"
    # On a machine with both cgroup hierarchies Podman would take the empty one: hidden in here.
    TMPDIR="$D/tmp" CONTAINERS_CONF="$D/containers.conf" CONTAINERS_STORAGE_CONF="$D/storage.conf" \
        setsid unshare --mount --pid --fork --mount-proc --kill-child \
        sh -c 'mount -t tmpfs -o mode=755 tmpfs /run; umount /sys/fs/cgroup/unified 2>/dev/null
               podman system service --time=0 "unix://$1" & wait' sh "$SOCKET" >"$D/log" 2>&1 </dev/null &
    echo $! >"$D/pid"
    await $!
    import_image 'repo=test/busybox:1' # Podman 4.3 ignores &tag= here
    ;;
down)
    if alive; then
        for id in $(api GET '/v1.41/containers/json?all=1' | grep -o '"Id":"[0-9a-f]\{64\}"' | cut -d'"' -f4); do
            api DELETE "/v1.41/containers/$id?force=1&v=1" >/dev/null || :
        done
        kill -KILL "$(pgrep -P "$P")" 2>/dev/null || :
        while alive; do sleep 0.1; done
    fi
    for bridge in $(ip -br link show type bridge | cut -d' ' -f1 | grep -xE 'podman[0-9]+'); do
        case $(ip -br address show "$bridge") in *' 10.213.'* | *' 10.214.'*) ip link del "$bridge" ;; esac
    done
    for group in /sys/fs/cgroup/*/libpod_parent /sys/fs/cgroup/libpod_parent; do
        [ -d "$group" ] && find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null || :
    done
    rm -rf "$D"
    ;;
socket) echo "$SOCKET" ;;
why) command -v podman >/dev/null || { echo "podman is not installed"; exit 0; }; obstacle ;;
*) echo "usage: ${0##*/} up|down|socket|why" >&2; exit 2 ;;
esac
