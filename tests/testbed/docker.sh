#!/bin/sh
# docker.sh up|down|socket|why   a genuine Docker engine from Debian's docker.io, in mount and pid namespaces of its own.
# It needs root, no systemd and no registry; it holds one image, test/busybox:1. D is its directory.
#   socket   prints where it listens        why   prints why this machine cannot start one, nothing where it can
set -eu
D=${D:-${XDG_CACHE_HOME:-$HOME/.cache}/kaptan-tests/docker}
SOCKET=$D/docker.sock
. "$(dirname "$0")/common.sh"
BRIDGE=${BRIDGE:-kaptan-docker0} # not docker0: that may be another engine's
NET=${NET:-10.203}               # its own network; a second engine needs others than these
POOL=${POOL:-10.204}             # the networks made on it

# sets P, the pid of dockerd, where the engine runs
alive() {
    P=$(cat "$D/pid" 2>/dev/null) && [ "$(cat "/proc/$P/comm" 2>/dev/null)" = unshare ] && P=$(pgrep -P "$P")
}

case ${1:-} in
up)
    if alive && api GET /_ping >/dev/null 2>&1; then exit 0; fi
    mkdir -p "$D"
    rm -f "$SOCKET"
    ip link show $BRIDGE >/dev/null 2>&1 || ip link add $BRIDGE type bridge
    ip address replace $NET.0.1/24 dev $BRIDGE
    ip link set $BRIDGE up
    # The namespaces end with the engine and take every container and mount along.
    setsid unshare --mount --pid --fork --mount-proc --kill-child \
        sh -c 'mount -t tmpfs -o mode=755 tmpfs /run && exec dockerd "$@"' sh \
        --host="unix://$SOCKET" --data-root="$D/data" --exec-root=/run/docker --pidfile=/run/docker.pid \
        --storage-driver=overlay2 --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false \
        --bridge=$BRIDGE --default-address-pool=base=$POOL.0.0/16,size=24 \
        >"$D/log" 2>&1 </dev/null &
    echo $! >"$D/pid"
    await $!
    import_image 'repo=test/busybox&tag=1'
    ;;
down)
    if alive; then
        kill -KILL "$P" # the first process of its namespace, and so all others
        while alive; do sleep 0.1; done
    fi
    for bridge in $(ip -br link show type bridge | cut -d' ' -f1 | grep -xE "$BRIDGE|br-[0-9a-f]{12}"); do
        case $(ip -br address show "$bridge") in *" $NET."* | *" $POOL."*) ip link del "$bridge" ;; esac
    done
    for group in /sys/fs/cgroup/*/docker /sys/fs/cgroup/docker; do
        [ -d "$group" ] && find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null || :
    done
    rm -rf "$D"
    ;;
socket) echo "$SOCKET" ;;
why) command -v dockerd >/dev/null || { echo "docker.io is not installed"; exit 0; }; obstacle ;;
*) echo "usage: ${0##*/} up|down|socket|why" >&2; exit 2 ;;
esac
