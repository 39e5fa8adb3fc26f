#!/bin/bash
# kube-build.sh DIR   builds Kubernetes once from Debian's own source package, with Debian's Go, and prints the folder
# under DIR which holds the programs. It takes minutes the first time, nothing later. See `install-packages kube`.
set -euo pipefail
dir=$1
say() { echo "${0##*/}: $*" >&2; }

candidate() { apt-cache show --no-all-versions kubernetes-client 2>/dev/null | sed -n 's/^Version: //p'; }
version=$(candidate) || version=
if [ -z "$version" ]; then
    apt-get -qq update
    version=$(candidate) || { say "apt knows no kubernetes-client: is Debian 12's main among its sources?"; exit 1; }
fi
bin=$dir/$version
mkdir -p "$dir"
exec 8>>"$dir/build.lock"
flock 8 # two builds at once would share the work folder
if [ -e "$bin/complete" ]; then
    echo "$bin"
    exit
fi

work=$dir/build
say "building Kubernetes $version, once; see $work/log"
rm -rf "$work"
mkdir -p "$work"/{lists/partial,cache/archives/partial,parts} "$work/go/src/k8s.io" "$bin"

# From the archives apt has configured, with lists beside the machine's own: those need no deb-src lines.
fetch() {
    cd "$work"
    local options=(-qq -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$work/parts"
        -o "Dir::State::lists=$work/lists" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)' \
        'Created-By: Packages' 'Origin: Debian' 'Component: main' | sort -u >parts/src.list
    apt-get "${options[@]}" update
    apt-get "${options[@]}" --download-only source "kubernetes=$version"
    dpkg-source -x kubernetes_*.dsc go/src/k8s.io/kubernetes
}

compile() {
    cd "$work/go/src/k8s.io/kubernetes"
    local k=k8s.io/kubernetes packages number flags major minor package program
    rm -r vendor/github.com/modern-go/reflect2 # 1.0.1 crashes when built by Go 1.18 or later
    cp -r /usr/share/gocode/src/github.com/modern-go/reflect2 vendor/github.com/modern-go/
    # A pretended node listens on loopback only and leaves the machine's firewall alone.
    sed -i 's/c.Address = "0.0.0.0"/c.Address = "127.0.0.1"; c.MakeIPTablesUtilChains = false/' pkg/kubemark/hollow_kubelet.go
    unset GOROOT
    export PATH=/usr/lib/go/bin:$PATH GOPATH=$work/go GOCACHE=$work/gocache GO111MODULE=off GOPROXY=off \
        GOFLAGS='-trimpath -buildvcs=false' CGO_ENABLED=0

    # The source package lacks one generated file.
    nice go build -o "$work/openapi-gen" $k/vendor/k8s.io/kube-openapi/cmd/openapi-gen
    packages=$(grep -rl --include=*.go -E '^// ?\+k8s:openapi-gen=' pkg staging/src cmd plugin |
        grep -vE '_test\.go|/testdata/|code-generator|sample-' | xargs -n1 dirname | sort -u |
        sed "s#^staging/src/#vendor/#; s#^#$k/#" | paste -sd,)
    nice "$work/openapi-gen" --logtostderr -i "$packages" -p $k/pkg/generated/openapi -O zz_generated.openapi \
        -h hack/boilerplate/boilerplate.generatego.txt -r "$work/violations"

    number=${version#*really}
    number=${number%%-*}
    IFS=. read -r major minor _ <<<"$number"
    flags='-s -w'
    for package in $k/vendor/k8s.io/{component-base,client-go/pkg}/version; do
        flags+=" -X $package.gitVersion=v$number -X $package.gitMajor=$major -X $package.gitMinor=$minor -X $package.gitTreeState=clean"
    done
    for program in kubectl kube-apiserver kube-controller-manager kube-scheduler kubelet kubemark; do
        nice go build -ldflags "$flags" -o "$bin/" $k/cmd/$program
    done
}

# Not in an `if`: that would switch off -e within.
trap '[ $? = 0 ] || { tail -n 20 "$work/log" >&2; say "failed; see above"; }' EXIT
(fetch; compile) >"$work/log" 2>&1
touch "$bin/complete"
rm -rf "$work"
echo "$bin"
