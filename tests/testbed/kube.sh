#!/bin/bash
# kube.sh build|up [N]|down|demo|pretend N|restart PROGRAM [SECONDS]|env|why   a genuine Kubernetes 1.20 cluster from Debian's packages and source alone: etcd,
# API server, controllers, scheduler and a kubelet which runs real pods (image test/busybox:1) on a Docker engine of its
# own. N adds pretended nodes, whose pods never really run. There is no kube-proxy, which would leave rules in the
# machine's firewall, and so no service addresses but the API server's. Everything listens on loopback or on the
# engine's bridge and lives in the engine's namespaces: `down` ends those, and nothing stays but the build.
#   build   prints the folder of the programs, built the first time      env   prints what the tests need to know
#   demo    applies kube-demo.yaml: namespace shop, with things that run and things that fail
#   pretend sees to it that pretended-1 to pretended-N are there while it runs; pods come there only where they tolerate
#           kaptan.test/pretended: nodes that a test may drain
#   restart kills one of its programs (kube-apiserver, etcd) without a warning and starts it again, SECONDS later
#   why     prints why this machine cannot start one, nothing where it can
# D is its directory, PORT the first of its ports. A second cluster beside this one needs another D, PORT, BRIDGE and NETs.
set -euo pipefail
self=$(readlink -f "$0")
here=${self%/*}
D=${D:-${XDG_CACHE_HOME:-$HOME/.cache}/kaptan-tests/kube}
PORT=${PORT:-27443}
BRIDGE=${BRIDGE:-kaptan-kube0}
NET=${NET:-10.205}           # the pods
POOL=${POOL:-10.206}         # networks made on the engine: none
SERVICES=${SERVICES:-10.207} # service addresses, of which only the API server's answers
RUN=$D/run
PKI=$RUN/pki
GATE=$NET.0.1
NODE=node-1
SERVER=https://127.0.0.1:$PORT
SOCKET=$RUN/docker/docker.sock
. "$here/common.sh"

logs=()
doing() { task=$1; shift; logs=("$@"); } # what to say, and whose last lines to show, should it fail
failed() {
    [ "$1" = 0 ] || [ ${#logs[@]} = 0 ] || { tail -qn 6 "${logs[@]}" 2>/dev/null || :; echo "${0##*/}: failed: $task"; } >&2
    exit "$1"
}
trap 'failed $?' EXIT

engine() { # up|down
    D=$RUN/docker BRIDGE=$BRIDGE NET=$NET POOL=$POOL PATH=$RUN/bin:$PATH "$here/docker.sh" "$1" 9>&-
}
alive() { # prints the pid inside of which everything runs
    local p
    p=$(cat "$RUN/docker/pid" 2>/dev/null) && [ "$(cat "/proc/$p/comm" 2>/dev/null)" = unshare ] && pgrep -P "$p"
}

cert() { # NAME SUBJECT [ALTERNATIVE-NAMES]   a server's certificate when names are given, else a client's
    local extensions='keyUsage=digitalSignature\nextendedKeyUsage=clientAuth'
    [ -z "${3:-}" ] || extensions="keyUsage=digitalSignature\nextendedKeyUsage=serverAuth\nsubjectAltName=$3"
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "$2" -keyout "$PKI/$1.key" -out "$PKI/$1.csr"
    openssl x509 -req -in "$PKI/$1.csr" -CA "$PKI/ca.crt" -CAkey "$PKI/ca.key" -CAcreateserial -days 3650 \
        -extfile <(printf "$extensions\n") -out "$PKI/$1.crt"
}

kubeconfig() { # NAME NAMESPACE [TOKEN]   by the token, else by the certificate of that name
    local user="{token: ${3:-}}"
    [ -n "${3:-}" ] || user="{client-certificate-data: $(base64 -w0 "$PKI/$1.crt"), client-key-data: $(base64 -w0 "$PKI/$1.key")}"
    cat >"$RUN/$1.kubeconfig" <<Y
apiVersion: v1
kind: Config
clusters:
- {name: testbed, cluster: {server: "$SERVER", certificate-authority-data: $(base64 -w0 "$PKI/ca.crt")}}
users:
- {name: $1, user: $user}
contexts:
- {name: testbed-$1, context: {cluster: testbed, user: $1, namespace: $2}}
current-context: testbed-$1
Y
}

identities() {
    local token
    mkdir -p "$PKI"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=testbed-ca -keyout "$PKI/ca.key" -out "$PKI/ca.crt"
    openssl ecparam -genkey -name prime256v1 -noout -out "$PKI/sa.key"
    openssl ec -in "$PKI/sa.key" -pubout -out "$PKI/sa.pub"
    cert apiserver /CN=kube-apiserver "DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,IP:127.0.0.1,IP:$GATE,IP:$SERVICES.0.1"
    cert serving /CN=serving "DNS:localhost,DNS:metrics-server.kube-system.svc,IP:127.0.0.1,IP:$GATE"
    cert front-proxy /CN=front-proxy
    cert admin /O=system:masters/CN=admin
    cert viewer /CN=viewer
    cert controller-manager /CN=system:kube-controller-manager
    cert scheduler /CN=system:kube-scheduler
    cert $NODE /O=system:nodes/CN=system:node:$NODE
    for name in admin controller-manager scheduler $NODE; do kubeconfig $name default; done
    kubeconfig viewer demo
    token=$(openssl rand -hex 16)
    echo "$token,token,token" >"$PKI/tokens.csv"
    kubeconfig token default "$token"
}

start() { # NAME PROGRAM...   kept for `again`
    local name=$1
    shift
    mkdir -p "$RUN/started"
    printf '%q ' exec "$@" >"$RUN/started/$name"
    setsid "$@" >>"$RUN/log/$name" 2>&1 </dev/null &
    echo $! >"$RUN/started/$name.pid"
}
again() { # NAME SECONDS   runs within the namespaces of the engine
    kill -KILL "$(cat "$RUN/started/$1.pid")"
    sleep "$2"
    setsid bash "$RUN/started/$1" >>"$RUN/log/$1" 2>&1 </dev/null &
    echo $! >"$RUN/started/$1.pid"
}
restart() { # NAME SECONDS
    [ -e "$RUN/started/$1" ] || { echo "${0##*/}: no such program: $1" >&2; exit 2; }
    doing "restarting $1" "$RUN/log/$1"
    nsenter -t "$(alive)" -m -p -- env D="$D" bash "$self" _again "$1" "$2"
    until curl -sf -o /dev/null --cacert "$PKI/ca.crt" "$(sed -n 's/.*server: "\(.*\)", .*/\1/p' "$RUN/admin.kubeconfig")/readyz"; do sleep 0.2; done
    doing ''
}

pretended() { # I   with its own /tmp, where all would use the same names; runs within the namespaces of the engine
    start pretended-$1 unshare --mount sh -c 'mount -t tmpfs tmpfs /tmp; exec /proc/self/fd/7 --kubeconfig=/proc/self/fd/8 "$@"' kubemark \
        --morph=kubelet --name=pretended-$1 --kubelet-port=$((PORT + 8 + 2 * $1)) --kubelet-read-only-port=$((PORT + 9 + 2 * $1)) \
        7<"$BIN/kubemark" 8<"$RUN/admin.kubeconfig"
}
pretend() { # N
    local i k tries
    . <(grep -E '^KAPTAN_TEST_KUBE(CTL|CONFIG)=' "$RUN/env")
    k="$KAPTAN_TEST_KUBECTL --kubeconfig=$KAPTAN_TEST_KUBECONFIG --cache-dir=$RUN/cache"
    PORT=$(sed -n 's/.*server: ".*:\([0-9]*\)".*/\1/p' "$RUN/admin.kubeconfig")
    for ((i = 1; i <= $1; i++)); do
        if [ ! -e "$RUN/started/pretended-$i.pid" ]; then
            doing "starting pretended-$i" "$RUN/log/pretended-$i"
            nsenter -t "$(alive)" -m -p -- env D="$D" BIN="${KAPTAN_TEST_KUBECTL%/*}" PORT="$PORT" bash "$self" _pretended $i 9>&-
            # Before it is ready: nothing is scheduled there until then.
            for ((tries = 0; tries < 240; tries++)); do ! $k get node pretended-$i >/dev/null 2>&1 || break; sleep 0.25; done
            $k taint node pretended-$i --overwrite kaptan.test/pretended=:NoSchedule >/dev/null
        fi
        $k wait --for=condition=Ready node/pretended-$i --timeout=60s >/dev/null
    done
    doing ''
}

# inside N: everything but the engine; runs within the namespaces of the engine
inside() {
    local setting file api_server i
    # The kubelet insists on some places and kernel settings: it gets its own, and the machine's stay as they are.
    mount -t tmpfs tmpfs /var/log
    ln -s "$SOCKET" /run/docker.sock
    for setting in vm/overcommit_memory=1 vm/panic_on_oom=0 kernel/panic=10 kernel/panic_on_oops=1 \
        kernel/keys/root_maxkeys=1000000 kernel/keys/root_maxbytes=25000000; do
        file=$RUN/sysctl/${setting%=*}
        mkdir -p "${file%/*}"
        echo "${setting#*=}" >"$file"
        mount --bind "$file" "/proc/sys/${setting%=*}"
    done

    local etcd=http://127.0.0.1:$((PORT + 1)) peer=http://127.0.0.1:$((PORT + 2))
    start etcd etcd --name testbed --data-dir "$RUN/etcd" --unsafe-no-fsync --listen-client-urls $etcd --advertise-client-urls $etcd \
        --listen-peer-urls $peer --initial-advertise-peer-urls $peer --initial-cluster testbed=$peer
    start kube-apiserver "$BIN/kube-apiserver" --etcd-servers=$etcd --bind-address=127.0.0.1 --secure-port=$PORT --advertise-address=$GATE \
        --service-cluster-ip-range=$SERVICES.0.0/16 --allow-privileged --feature-gates=EphemeralContainers=true \
        --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction \
        --tls-cert-file="$PKI/apiserver.crt" --tls-private-key-file="$PKI/apiserver.key" --client-ca-file="$PKI/ca.crt" \
        --token-auth-file="$PKI/tokens.csv" --service-account-issuer=https://kubernetes.default.svc \
        --service-account-key-file="$PKI/sa.pub" --service-account-signing-key-file="$PKI/sa.key" \
        --kubelet-client-certificate="$PKI/admin.crt" --kubelet-client-key="$PKI/admin.key" \
        --kubelet-certificate-authority="$PKI/ca.crt" --kubelet-preferred-address-types=InternalIP \
        --proxy-client-cert-file="$PKI/front-proxy.crt" --proxy-client-key-file="$PKI/front-proxy.key" \
        --requestheader-client-ca-file="$PKI/ca.crt" --requestheader-allowed-names=front-proxy \
        --requestheader-username-headers=X-Remote-User --requestheader-group-headers=X-Remote-Group \
        --requestheader-extra-headers-prefix=X-Remote-Extra-
    api_server=$!
    # What pods know as the service "kubernetes".
    ip address add $SERVICES.0.1/32 dev $BRIDGE
    start forward socat TCP-LISTEN:443,bind=$SERVICES.0.1,reuseaddr,fork TCP:127.0.0.1:$PORT
    until curl -sf -o /dev/null --cacert "$PKI/ca.crt" $SERVER/readyz; do
        kill -0 $api_server
        sleep 0.2
    done

    start kube-controller-manager "$BIN/kube-controller-manager" --kubeconfig="$RUN/controller-manager.kubeconfig" \
        --bind-address=127.0.0.1 --secure-port=$((PORT + 3)) --port=0 --leader-elect=false --use-service-account-credentials \
        --service-account-private-key-file="$PKI/sa.key" --root-ca-file="$PKI/ca.crt" --cluster-signing-cert-file="$PKI/ca.crt" \
        --cluster-signing-key-file="$PKI/ca.key" --flex-volume-plugin-dir="$RUN/flex-volume" --horizontal-pod-autoscaler-sync-period=5s
    start kube-scheduler "$BIN/kube-scheduler" --kubeconfig="$RUN/scheduler.kubeconfig" \
        --bind-address=127.0.0.1 --secure-port=$((PORT + 4)) --port=0 --leader-elect=false
    cat >"$RUN/kubelet.yaml" <<Y
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: $GATE
healthzPort: 0
tlsCertFile: $PKI/serving.crt
tlsPrivateKeyFile: $PKI/serving.key
authentication: {anonymous: {enabled: false}, x509: {clientCAFile: $PKI/ca.crt}}
authorization: {mode: Webhook}
enforceNodeAllocatable: []
nodeStatusUpdateFrequency: 1s     # ready as soon as it is
nodeStatusReportFrequency: 1m
failSwapOn: false
protectKernelDefaults: true       # read them, do not set them
makeIPTablesUtilChains: false
oomScoreAdj: 0
evictionHard: {memory.available: 1Mi}
imageGCHighThresholdPercent: 100  # never: no registry would bring an image back
clusterDNS: [$SERVICES.0.10]
clusterDomain: cluster.local
featureGates: {EphemeralContainers: true, DevicePlugins: false}
Y
    start kubelet "$BIN/kubelet" --kubeconfig="$RUN/$NODE.kubeconfig" --config="$RUN/kubelet.yaml" --root-dir="$RUN/kubelet" \
        --cert-dir="$RUN/kubelet/pki" --experimental-dockershim-root-directory="$RUN/dockershim" \
        --volume-plugin-dir="$RUN/kubelet/volume-plugins" --hostname-override=$NODE --node-ip=$GATE \
        --pod-infra-container-image=test/pause:1 --maximum-dead-containers-per-container=2
    for ((i = 1; i <= $1; i++)); do pretended $i; done
    start metrics python3 "$here/kube-metrics.py" "$PKI" $PORT $((PORT + 5))
}

rights_and_metrics() {
    cat <<Y
apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Namespace, metadata: {name: demo}}
- apiVersion: rbac.authorization.k8s.io/v1
  kind: RoleBinding
  metadata: {name: viewer, namespace: demo}
  roleRef: {kind: ClusterRole, name: view, apiGroup: rbac.authorization.k8s.io}
  subjects: [{kind: User, name: viewer}]
- apiVersion: rbac.authorization.k8s.io/v1
  kind: ClusterRoleBinding
  metadata: {name: token}
  roleRef: {kind: ClusterRole, name: cluster-admin, apiGroup: rbac.authorization.k8s.io}
  subjects: [{kind: User, name: token}]
- apiVersion: rbac.authorization.k8s.io/v1
  kind: ClusterRole
  metadata: {name: "system:aggregated-metrics-reader", labels: {rbac.authorization.k8s.io/aggregate-to-view: "true"}}
  rules: [{apiGroups: [metrics.k8s.io], resources: [pods, nodes], verbs: [get, list, watch]}]
- apiVersion: v1
  kind: Service
  metadata: {name: metrics-server, namespace: kube-system}
  spec: {type: ExternalName, externalName: localhost, ports: [{port: $((PORT + 5))}]}
- apiVersion: apiregistration.k8s.io/v1
  kind: APIService
  metadata: {name: v1beta1.metrics.k8s.io}
  spec:
    {group: metrics.k8s.io, version: v1beta1, groupPriorityMinimum: 100, versionPriority: 100,
     caBundle: $(base64 -w0 "$PKI/ca.crt"), service: {name: metrics-server, namespace: kube-system, port: $((PORT + 5))}}
Y
}

# a pod which really runs, logs and is removed again: nodes that are Ready do not prove it
prove() {
    local k=$1 phase='' tries=0
    $k -n kube-system run testbed-proof --image=test/busybox:1 --restart=Never --command -- echo alive >/dev/null
    until [ "$phase" = Succeeded ]; do
        tries=$((tries + 1))
        [ $tries -lt 240 ]
        [ "$phase" != Failed ]
        sleep 0.25
        phase=$($k -n kube-system get pod testbed-proof -o 'jsonpath={.status.phase}')
    done
    [ "$($k -n kube-system logs testbed-proof)" = alive ]
    $k -n kube-system delete pod testbed-proof --force --grace-period=0 >/dev/null 2>&1
}

up() { # N
    local k tries=0
    if [ -e "$RUN/env" ] && alive >/dev/null; then return; fi
    BIN=$("$here/kube-build.sh" "$D" 9>&-)
    down
    mkdir -p "$RUN/log" "$RUN/bin"
    chmod 700 "$RUN"
    [ -z "$(ss -Hltn "sport >= :$PORT and sport <= :$((PORT + 9 + 2 * $1))")" ] || {
        echo "${0##*/}: of the ports from $PORT on, some are taken: set PORT" >&2
        exit 1
    }
    doing 'making keys' "$RUN/log/openssl"
    identities >"$RUN/log/openssl" 2>&1
    doing 'starting the engine' "$RUN/docker/log"
    # Who may not lower the score of a process must not be asked to: containers then keep what they inherit.
    if ! (echo -998 >/proc/self/oom_score_adj) 2>/dev/null; then
        cat >"$RUN/bin/runc" <<'R'
#!/bin/sh
for argument; do
    [ "${last-}" != --bundle ] || sed -i 's/"oomScoreAdj":-[0-9]*/"oomScoreAdj":0/' "$argument/config.json"
    last=$argument
done
exec /usr/sbin/runc "$@"
R
        chmod 755 "$RUN/bin/runc"
    fi
    engine up
    # The pod's own first process: the same root, with another command.
    image_root "$RUN/pause"
    tar -C "$RUN/pause" -c . | api POST '/v1.41/images/create?fromSrc=-&repo=test/pause&tag=1&changes=ENV%20PATH%3D/bin' \
        -o /dev/null -H 'Content-Type: application/x-tar' --data-binary @- \
        --url-query 'changes=CMD trap exit TERM; while :; do sleep 3600 & wait; done'
    rm -rf "$RUN/pause"
    doing 'starting Kubernetes' "$RUN"/log/{etcd,kube-apiserver}
    timeout 120 nsenter -t "$(alive)" -m -p -- env D="$D" BIN="$BIN" PORT="$PORT" BRIDGE="$BRIDGE" NET="$NET" SERVICES="$SERVICES" \
        bash "$self" _inside "$1" 9>&-
    doing 'configuring Kubernetes' "$RUN"/log/{kube-apiserver,kubelet}
    k="$BIN/kubectl --kubeconfig=$RUN/admin.kubeconfig --cache-dir=$RUN/cache"
    rights_and_metrics | $k apply -f - >/dev/null
    until [ "$($k get nodes --no-headers 2>/dev/null | grep -cw Ready)" -gt "$1" ] &&
        $k -n demo get serviceaccount default >/dev/null 2>&1 && $k -n kube-system get serviceaccount default >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 240 ]
        sleep 0.25
    done
    $k wait --for=condition=Available apiservice/v1beta1.metrics.k8s.io --timeout=60s >/dev/null
    prove "$k"
    cat >"$RUN/env" <<Y
KAPTAN_TEST_KUBECONFIG=$RUN/admin.kubeconfig
KAPTAN_TEST_KUBECONFIG_VIEWER=$RUN/viewer.kubeconfig
KAPTAN_TEST_KUBECONFIG_TOKEN=$RUN/token.kubeconfig
KAPTAN_TEST_KUBECTL=$BIN/kubectl
Y
    doing ''
}

down() {
    local p group
    if p=$(alive); then
        kill -KILL "$p" # the first process of its namespace, and so all others
        while alive >/dev/null; do sleep 0.1; done
    fi
    engine down
    for group in /sys/fs/cgroup/*/kubepods /sys/fs/cgroup/kubepods; do
        [ ! -d "$group" ] || find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null || :
    done
    rm -rf "$RUN"
}

demo() {
    local k
    . <(grep -E '^KAPTAN_TEST_KUBE(CTL|CONFIG)=' "$RUN/env")
    k="$KAPTAN_TEST_KUBECTL --kubeconfig=$KAPTAN_TEST_KUBECONFIG --cache-dir=$RUN/cache"
    # Objects of a definition are accepted only once it is established.
    $k apply -f "$here/kube-demo.yaml" >/dev/null 2>&1 || :
    $k wait --for=condition=Established crd/coupons.shop.example.com --timeout=30s >/dev/null
    $k apply -f "$here/kube-demo.yaml" >/dev/null
}

why() {
    local program
    [ "$(. /etc/os-release && echo "$ID${VERSION_ID:-}")" = debian12 ] || { echo 'not Debian 12'; return; }
    [ "$(uname -m)" = x86_64 ] || { echo 'not x86-64'; return; }
    for program in dockerd etcd socat python3 openssl curl; do
        command -v $program >/dev/null || { echo "$program is not installed"; return; }
    done
    obstacle
}

[ "${1:-}" != _inside ] || { inside "$2"; exit; }
[ "${1:-}" != _pretended ] || { pretended "$2"; exit; }
[ "${1:-}" != _again ] || { again "$2" "$3"; exit; }
number=${2:-0}
[ "${1:-}" != restart ] || number=${3:-0}
[[ $number =~ ^[0-9]+$ ]] || { echo "${0##*/}: not a number: $number" >&2; exit 2; }
need_up() { [ -e "$RUN/env" ] && alive >/dev/null || { echo "${0##*/}: not up" >&2; exit 1; }; }
lock() { mkdir -p "$D"; exec 9>>"$D/lock"; flock 9; } # one up or down at a time
case ${1:-} in
build) exec "$here/kube-build.sh" "$D" ;;
up) lock; up "${2:-0}" ;;
down) lock; down ;;
demo) need_up; demo ;;
pretend) need_up; lock; pretend "${2:?}" ;;
restart) need_up; restart "${2:?}" "${3:-0}" ;;
env) need_up; cat "$RUN/env" ;;
why) why ;;
*) echo "usage: ${0##*/} build|up [N]|down|demo|pretend N|restart PROGRAM [SECONDS]|env|why" >&2; exit 2 ;;
esac
