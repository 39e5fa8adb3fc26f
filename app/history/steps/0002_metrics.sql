-- What is measured. Times are seconds since 1970, UTC; how the bytes are packed is said in metric_codec.h.

CREATE TABLE metric_series (
    id            INTEGER PRIMARY KEY,
    connection_id INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
    subject       TEXT    NOT NULL, -- a workload's key, or "node:" and its name
    metric        TEXT    NOT NULL,
    UNIQUE (connection_id, subject, metric)
) STRICT;

-- The samples that are in no block yet, of 256 series a row.
CREATE TABLE metric_ticks (
    part INTEGER NOT NULL, -- the series' id by 256
    at   INTEGER NOT NULL,
    data BLOB    NOT NULL,
    PRIMARY KEY (part, at)
) STRICT, WITHOUT ROWID;

-- One series over about an hour.
CREATE TABLE metrics (
    series_id INTEGER NOT NULL REFERENCES metric_series (id) ON DELETE CASCADE,
    start_at  INTEGER NOT NULL,
    end_at    INTEGER NOT NULL CHECK (end_at >= start_at),
    samples   INTEGER NOT NULL CHECK (samples > 0),
    data      BLOB    NOT NULL,
    PRIMARY KEY (series_id, start_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX metrics_by_time ON metrics (end_at);

-- One series over a day, in spans of ten minutes.
CREATE TABLE metric_rollups (
    series_id INTEGER NOT NULL REFERENCES metric_series (id) ON DELETE CASCADE,
    day_at    INTEGER NOT NULL,
    data      BLOB    NOT NULL,
    PRIMARY KEY (series_id, day_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX metric_rollups_by_time ON metric_rollups (day_at);
