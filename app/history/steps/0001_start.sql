-- What is done and what is seen. Times are milliseconds since 1970, UTC. Nothing secret comes here: who stores drops
-- the values of environments and Secrets before.

CREATE TABLE connections (
    id         INTEGER PRIMARY KEY,
    key        TEXT    NOT NULL UNIQUE, -- of the program's settings
    name       TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('docker', 'podman', 'kubernetes')),
    recorded   INTEGER NOT NULL DEFAULT 0 CHECK (recorded IN (0, 1)),
    first_seen INTEGER NOT NULL,
    last_seen  INTEGER NOT NULL
) STRICT;

CREATE TABLE workloads (
    id            INTEGER PRIMARY KEY,
    connection_id INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    key           TEXT    NOT NULL, -- "deployment:shop/web"
    kind          TEXT    NOT NULL,
    namespace     TEXT    NOT NULL DEFAULT '',
    name          TEXT    NOT NULL,
    first_seen    INTEGER NOT NULL,
    last_seen     INTEGER NOT NULL,
    UNIQUE (connection_id, key)
) STRICT;

CREATE TABLE revisions (
    id          INTEGER PRIMARY KEY,
    workload_id INTEGER NOT NULL REFERENCES workloads (id) ON DELETE CASCADE,
    number      INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    images      TEXT    NOT NULL DEFAULT '', -- one a line
    manifest    TEXT    NOT NULL DEFAULT '', -- without anything secret
    cause       TEXT    NOT NULL DEFAULT '',
    UNIQUE (workload_id, number)
) STRICT;
CREATE INDEX revisions_by_time ON revisions (at);

CREATE TABLE rollouts (
    id          INTEGER PRIMARY KEY,
    workload_id INTEGER NOT NULL REFERENCES workloads (id) ON DELETE CASCADE,
    strategy    TEXT    NOT NULL CHECK (strategy IN ('rolling', 'recreate', 'blue-green', 'canary')),
    plan        TEXT    NOT NULL DEFAULT '',
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER CHECK (ended_at >= started_at)
) STRICT;
CREATE INDEX rollouts_by_workload ON rollouts (workload_id, started_at);
CREATE INDEX rollouts_by_time ON rollouts (started_at);

CREATE TABLE deployments (
    id          INTEGER PRIMARY KEY,
    workload_id INTEGER NOT NULL REFERENCES workloads (id) ON DELETE CASCADE,
    revision_id INTEGER REFERENCES revisions (id) ON DELETE SET NULL,
    rollout_id  INTEGER REFERENCES rollouts (id) ON DELETE SET NULL,
    outcome     TEXT    NOT NULL CHECK (outcome IN ('running', 'succeeded', 'failed', 'aborted', 'rolled-back')),
    actor       TEXT    NOT NULL DEFAULT '',
    reason      TEXT    NOT NULL DEFAULT '',
    message     TEXT    NOT NULL DEFAULT '',
    started_at  INTEGER NOT NULL,
    ended_at    INTEGER CHECK (ended_at >= started_at),
    CHECK ((outcome = 'running') = (ended_at IS NULL))
) STRICT;
CREATE INDEX deployments_by_workload ON deployments (workload_id, started_at);
CREATE INDEX deployments_by_time ON deployments (started_at);
CREATE INDEX deployments_by_revision ON deployments (revision_id);
CREATE INDEX deployments_by_rollout ON deployments (rollout_id);

CREATE TABLE scaling_events (
    id            INTEGER PRIMARY KEY,
    workload_id   INTEGER NOT NULL REFERENCES workloads (id) ON DELETE CASCADE,
    at            INTEGER NOT NULL,
    from_replicas INTEGER NOT NULL CHECK (from_replicas >= 0),
    to_replicas   INTEGER NOT NULL CHECK (to_replicas >= 0),
    actor         TEXT    NOT NULL DEFAULT '',
    reason        TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX scaling_events_by_workload ON scaling_events (workload_id, at);
CREATE INDEX scaling_events_by_time ON scaling_events (at);

CREATE TABLE health_checks (
    id          INTEGER PRIMARY KEY,
    workload_id INTEGER NOT NULL REFERENCES workloads (id) ON DELETE CASCADE,
    instance    TEXT    NOT NULL DEFAULT '',
    at          INTEGER NOT NULL,
    state       TEXT    NOT NULL CHECK (state IN ('healthy', 'degraded', 'unhealthy', 'unknown')),
    response_ms INTEGER CHECK (response_ms >= 0),
    message     TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX health_checks_by_workload ON health_checks (workload_id, at);
CREATE INDEX health_checks_by_time ON health_checks (at);

CREATE TABLE autoscaling (
    id          INTEGER PRIMARY KEY,
    workload_id INTEGER NOT NULL REFERENCES workloads (id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    metric      TEXT    NOT NULL,
    value       REAL,
    target      REAL    NOT NULL,
    current     INTEGER NOT NULL CHECK (current >= 0),
    desired     INTEGER NOT NULL CHECK (desired >= 0),
    decision    TEXT    NOT NULL CHECK (decision IN ('up', 'down', 'hold', 'limited', 'unknown')),
    message     TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX autoscaling_by_workload ON autoscaling (workload_id, at);
CREATE INDEX autoscaling_by_time ON autoscaling (at);

CREATE TABLE events (
    id            INTEGER PRIMARY KEY,
    connection_id INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    workload_id   INTEGER REFERENCES workloads (id) ON DELETE SET NULL,
    uid           TEXT    NOT NULL, -- what repeats is one row with its count
    first_at      INTEGER NOT NULL,
    last_at       INTEGER NOT NULL CHECK (last_at >= first_at),
    count         INTEGER NOT NULL DEFAULT 1 CHECK (count >= 1),
    severity      TEXT    NOT NULL CHECK (severity IN ('normal', 'warning', 'error')),
    kind          TEXT    NOT NULL DEFAULT '', -- of the object
    object        TEXT    NOT NULL DEFAULT '',
    reason        TEXT    NOT NULL DEFAULT '',
    message       TEXT    NOT NULL DEFAULT '',
    source        TEXT    NOT NULL DEFAULT '',
    UNIQUE (connection_id, uid)
) STRICT;
CREATE INDEX events_by_time ON events (last_at);
CREATE INDEX events_by_connection ON events (connection_id, last_at);
CREATE INDEX events_by_workload ON events (workload_id, last_at);
