ALTER TABLE monitor_incidents ADD COLUMN alerts INTEGER NOT NULL DEFAULT 0;

-- The former log had no way to try again, and nothing read it.
DROP TABLE monitor_deliveries;
CREATE TABLE monitor_deliveries (
    id TEXT PRIMARY KEY,
    incident TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    told_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due_at BIGINT NOT NULL,
    ended_at BIGINT,
    problem TEXT
);
CREATE INDEX monitor_deliveries_by_state ON monitor_deliveries (state, due_at);
CREATE INDEX monitor_deliveries_by_incident ON monitor_deliveries (incident, channel);
