#pragma once

/// What the tests apply; in a file of its own, since moc loses its way among raw strings.
namespace manifests
{

inline constexpr auto web = R"(
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web, tier: front}}
spec:
  replicas: 0
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - {name: web, image: test/busybox:1, command: [sleep, "3600"], env: [{name: A, value: "1"}, {name: B, value: "2"}]}
      - {name: log, image: test/busybox:1, command: [sleep, "3600"]}
)";

/// The same by its own manager, with another command of "log".
inline constexpr auto webLater = R"(
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web, tier: back}}
spec:
  replicas: 0
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - {name: web, command: [sleep, "3600"], env: [{name: A, value: "1"}, {name: B, value: "2"}]}
      - {name: log, image: test/busybox:1, command: [sleep, "60"]}
)";

/// Without the ports' protocol, as people write it.
inline constexpr auto service = R"(
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
)";

inline constexpr auto job = R"(
apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{name: once, image: test/busybox:1, command: ["true"]}]
)";

inline constexpr auto quota = R"(
apiVersion: v1
kind: ResourceQuota
metadata: {name: few}
spec: {hard: {secrets: "0"}}
)";

/// %1 is the name: the hook is the cluster's, but looks only at objects with its label.
inline constexpr auto hook = R"(
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: %1}
webhooks:
- name: nobody.example.com
  admissionReviewVersions: [v1]
  sideEffects: None
  timeoutSeconds: 2
  failurePolicy: Fail
  clientConfig: {url: "https://127.0.0.1:1/never"}
  objectSelector: {matchLabels: {hooked: "%1"}}
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [configmaps]}]
)";

/// %1 is the namespace, %2 the group.
inline constexpr auto all = R"(
apiVersion: %2/v1
kind: Thing
metadata: {name: one, namespace: %1}
spec: {size: 3}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: app, namespace: %1}
spec:
  replicas: 0
  selector: {matchLabels: {app: app}}
  template:
    metadata: {labels: {app: app}}
    spec: {containers: [{name: app, image: test/busybox:1}]}
---
apiVersion: v1
kind: Service
metadata: {name: app, namespace: %1}
spec: {selector: {app: app}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: lone, namespace: %1}
spec:
  terminationGracePeriodSeconds: 0
  containers: [{name: a, image: test/busybox:1, command: [sleep, "3600"]}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: conf, namespace: %1}
data: {a: "1"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: broken name, namespace: %1}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.%2}
spec:
  group: %2
  scope: Namespaced
  names: {plural: things, singular: thing, kind: Thing}
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}
---
apiVersion: v1
kind: Namespace
metadata: {name: %1, labels: {made: by-a-test}}
)";

} // namespace manifests
