CREATE TABLE monitor_incidents (
    id TEXT PRIMARY KEY,
    cause TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    resolved_at BIGINT,
    check_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    fault TEXT NOT NULL,
    summary TEXT NOT NULL,
    remedy TEXT,
    run_id TEXT NOT NULL,
    told_at BIGINT,
    told_resolved_at BIGINT
);
CREATE INDEX monitor_incidents_by_cause ON monitor_incidents (cause, resolved_at);

CREATE TABLE monitor_incident_scenarios (
    incident TEXT NOT NULL,
    scenario TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (incident, scenario)
);

CREATE TABLE monitor_deliveries (
    incident TEXT NOT NULL,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL,
    status TEXT NOT NULL,
    problem TEXT
);
