#!/bin/bash
# kube-server.sh up|down|env   a genuine Kubernetes API server with nothing behind it but etcd, for the bench: what the
# bench stores in it (tens of thousands of pods, which take minutes to make) stays under D for the next run.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
D=${D:-${XDG_CACHE_HOME:-$HOME/.cache}/kaptan-tests/bench-apiserver-${KAPTAN_BENCH_PODS:-50000}}
PORT=${PORT:-29443}
SERVER=https://127.0.0.1:$PORT
PKI=$D/pki

stop() {
    local name pid
    for name in kube-apiserver etcd; do
        pid=$(cat "$D/$name.pid" 2>/dev/null) || continue
        if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = $name ]; then
            kill "$pid"
            while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
        fi
        rm -f "$D/$name.pid"
    done
}

keys() {
    local token
    mkdir -p "$PKI"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=bench-ca -keyout "$PKI/ca.key" -out "$PKI/ca.crt"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=kube-apiserver -keyout "$PKI/server.key" -out "$PKI/server.csr"
    openssl x509 -req -in "$PKI/server.csr" -CA "$PKI/ca.crt" -CAkey "$PKI/ca.key" -CAcreateserial -days 3650 \
        -extfile <(printf 'extendedKeyUsage=serverAuth\nsubjectAltName=DNS:localhost,IP:127.0.0.1\n') -out "$PKI/server.crt"
    openssl ecparam -genkey -name prime256v1 -noout -out "$PKI/sa.key"
    token=$(openssl rand -hex 16)
    echo "$token,admin,admin,system:masters" >"$PKI/tokens.csv"
    cat >"$D/kubeconfig" <<Y
apiVersion: v1
kind: Config
clusters:
- {name: bench, cluster: {server: "$SERVER", certificate-authority-data: $(base64 -w0 "$PKI/ca.crt")}}
users:
- {name: bench, user: {token: $token}}
contexts:
- {name: bench, context: {cluster: bench, user: bench}}
current-context: bench
Y
    touch "$PKI/complete"
}

start() { # NAME PROGRAM...
    local name=$1
    shift
    setsid "$@" >"$D/$name.log" 2>&1 </dev/null &
    echo $! >"$D/$name.pid"
}

up() {
    local bin tries=0 etcd=http://127.0.0.1:$((PORT + 1)) peer=http://127.0.0.1:$((PORT + 2))
    bin=$(D= "$here/../testbed/kube.sh" build)
    stop
    mkdir -p "$D"
    chmod 700 "$D"
    [ -e "$PKI/complete" ] || keys 2>/dev/null
    start etcd etcd --name bench --data-dir "$D/etcd" --unsafe-no-fsync --quota-backend-bytes=8589934592 --listen-client-urls $etcd \
        --advertise-client-urls $etcd --listen-peer-urls $peer --initial-advertise-peer-urls $peer --initial-cluster bench=$peer
    # Without controllers there are no service accounts, which pods would have to have.
    start kube-apiserver "$bin/kube-apiserver" --etcd-servers=$etcd --bind-address=127.0.0.1 --secure-port=$PORT --service-cluster-ip-range=10.0.0.0/24 \
        --authorization-mode=RBAC --disable-admission-plugins=ServiceAccount --tls-cert-file="$PKI/server.crt" \
        --tls-private-key-file="$PKI/server.key" --token-auth-file="$PKI/tokens.csv" \
        --service-account-issuer=https://kubernetes.default.svc --service-account-key-file="$PKI/sa.key" --service-account-signing-key-file="$PKI/sa.key"
    until curl -sf -o /dev/null --cacert "$PKI/ca.crt" $SERVER/readyz; do
        tries=$((tries + 1))
        if [ $tries -gt 300 ] || ! kill -0 "$(cat "$D/kube-apiserver.pid")"; then
            tail -n 20 "$D"/*.log >&2
            exit 1
        fi
        sleep 0.2
    done
    cat >"$D/env" <<Y
KAPTAN_BENCH_KUBECONFIG=$D/kubeconfig
KAPTAN_BENCH_KUBECTL=$bin/kubectl
Y
}

case ${1:-} in
up) up ;;
down) stop ;;
env) cat "$D/env" ;;
*) echo "usage: ${0##*/} up|down|env" >&2; exit 2 ;;
esac
