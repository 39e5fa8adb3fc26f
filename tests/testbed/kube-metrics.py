"""metrics.k8s.io/v1beta1, answered from the kubelet's own figures: Debian has no metrics-server.

kube-metrics.py PKI-DIRECTORY API-SERVER-PORT OWN-PORT
"""
import http.client
import http.server
import json
import ssl
import sys
import urllib.parse

PKI, API_PORT, OWN_PORT = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
VERSION = 'metrics.k8s.io/v1beta1'
KINDS = {'nodes': 'NodeMetrics', 'pods': 'PodMetrics'}

client = ssl.create_default_context(cafile=PKI + '/ca.crt')
client.load_cert_chain(PKI + '/admin.crt', PKI + '/admin.key')


def get(path):
    connection = http.client.HTTPSConnection('127.0.0.1', API_PORT, context=client, timeout=10)
    try:
        connection.request('GET', path)
        answer = connection.getresponse()
        body = answer.read()
        return json.loads(body) if answer.status == 200 else None
    finally:
        connection.close()


def usage(stats):
    return {'cpu': '%dn' % stats['cpu']['usageNanoCores'],
            'memory': '%dKi' % (stats['memory']['workingSetBytes'] // 1024)}


def entry(resource, thing, stats, **more):
    metadata = {k: v for k, v in thing['metadata'].items() if k in ('name', 'namespace', 'labels')}
    metadata['creationTimestamp'] = stats['cpu']['time']
    return {'kind': KINDS[resource], 'apiVersion': VERSION, 'metadata': metadata,
            'timestamp': stats['cpu']['time'], 'window': '10s', **more}


def entries(resource, namespace, name, selector):
    """Those of the existing objects for which a kubelet has figures."""
    path = '/api/v1/' + ('namespaces/%s/' % namespace if namespace else '') + resource
    query = {'labelSelector': selector}
    if name:
        query['fieldSelector'] = 'metadata.name=' + name
    things = (get(path + '?' + urllib.parse.urlencode(query)) or {}).get('items') or []
    if resource == 'nodes':
        nodes = {t['metadata']['name'] for t in things}
    else:
        nodes = {t['spec'].get('nodeName') for t in things} - {None}
    summaries = {n: get('/api/v1/nodes/%s/proxy/stats/summary' % n) or {} for n in nodes}
    pods = {(p['podRef']['namespace'], p['podRef']['name']): p
            for s in summaries.values() for p in s.get('pods') or []}
    for thing in things:
        try:
            if resource == 'nodes':
                stats = summaries[thing['metadata']['name']]['node']
                yield entry(resource, thing, stats, usage=usage(stats))
            elif thing['status'].get('phase') == 'Running':
                containers = pods[thing['metadata']['namespace'], thing['metadata']['name']]['containers']
                yield entry(resource, thing, containers[0],
                            containers=[{'name': c['name'], 'usage': usage(c)} for c in containers])
        except (KeyError, IndexError, TypeError):
            pass  # no figures yet


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def answer(self, code, value):
        body = json.dumps(value).encode()
        self.send_response(code)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        url = urllib.parse.urlparse(self.path)
        selector = dict(urllib.parse.parse_qsl(url.query)).get('labelSelector', '')
        parts = url.path.strip('/').split('/')[3:]
        if not parts:
            return self.answer(200, {'kind': 'APIResourceList', 'apiVersion': 'v1', 'groupVersion': VERSION, 'resources': [
                {'name': r, 'singularName': '', 'namespaced': r == 'pods', 'kind': k, 'verbs': ['get', 'list']}
                for r, k in KINDS.items()]})
        namespace = ''
        if parts[0] == 'namespaces' and len(parts) > 2:
            namespace, parts = parts[1], parts[2:]
        if parts[0] in KINDS and len(parts) < 3:
            found = list(entries(parts[0], namespace, parts[1] if len(parts) == 2 else '', selector))
            if len(parts) == 1:
                return self.answer(200, {'kind': KINDS[parts[0]] + 'List', 'apiVersion': VERSION, 'metadata': {}, 'items': found})
            if found:
                return self.answer(200, found[0])
        self.answer(404, {'kind': 'Status', 'apiVersion': 'v1', 'status': 'Failure', 'reason': 'NotFound', 'code': 404,
                          'message': 'no metrics for ' + url.path})


server = http.server.ThreadingHTTPServer(('127.0.0.1', OWN_PORT), Handler)
tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=PKI + '/ca.crt')
tls.load_cert_chain(PKI + '/serving.crt', PKI + '/serving.key')
tls.verify_mode = ssl.CERT_REQUIRED  # the API server alone, which has authorized the request
server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
server.serve_forever()
