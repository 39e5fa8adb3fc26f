# Shared by docker.sh and podman.sh. Sourced, not run.

# image_root DIR: a root file system of Debian's static busybox, with a page to serve
image_root() {
    mkdir -p "$1/bin" "$1/etc" "$1/tmp" "$1/root" "$1/proc" "$1/sys" "$1/dev" "$1/var/www"
    chmod 1777 "$1/tmp"
    bb=$(command -v busybox)
    cp "$bb" "$1/bin/busybox"
    for applet in $("$bb" --list); do [ "$applet" = busybox ] || ln -s busybox "$1/bin/$applet"; done
    echo root:x:0:0:root:/root:/bin/sh >"$1/etc/passwd"
    echo root:x:0: >"$1/etc/group"
    echo hello >"$1/var/www/index.html"
}

# api METHOD PATH [curl options]: a call to the engine whose socket is $SOCKET
api() {
    method=$1 path=$2
    shift 2
    curl -sS -f -H 'Expect:' -X "$method" --unix-socket "$SOCKET" "$@" "http://engine$path"
}

# import_image REPO_AND_TAG_QUERY: makes test/busybox:1 without a registry
import_image() {
    root=$(mktemp -d)
    image_root "$root"
    tar -C "$root" --numeric-owner --owner=0 --group=0 --sort=name --mtime=@0 -cf "$D/rootfs.tar" .
    rm -rf "$root"
    api POST "/v1.41/images/create?fromSrc=-&$1&changes=CMD%20%5B%22sh%22%5D&changes=ENV%20PATH%3D/bin" \
        -H 'Content-Type: application/x-tar' --data-binary "@$D/rootfs.tar" >/dev/null
    rm -f "$D/rootfs.tar"
}

# await PID: until the engine answers, at most 60 s
await() {
    tries=0
    until api GET /_ping >/dev/null 2>&1; do
        tries=$((tries + 1))
        if [ $tries -gt 600 ] || ! kill -0 "$1" 2>/dev/null; then
            echo "the engine at $SOCKET did not come up:" >&2
            tail -n 20 "$D/log" >&2
            exit 1
        fi
        sleep 0.1
    done
}

# why the machine cannot start an engine at all; nothing where it can
obstacle() {
    [ "$(id -u)" = 0 ] || { echo "not root"; return; }
    unshare --mount --pid --fork true 2>/dev/null || echo "no new namespaces may be made here"
}
