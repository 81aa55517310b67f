CREATE TABLE monitor_runs (
    id TEXT PRIMARY KEY,
    scenario TEXT NOT NULL,
    node TEXT NOT NULL,
    state TEXT NOT NULL,
    cause TEXT NOT NULL,
    due_at BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    verdict TEXT,
    fault TEXT,
    headline_check TEXT,
    headline_reason TEXT,
    summary TEXT,
    remedy TEXT,
    folder TEXT,
    confirms TEXT,
    flaky INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX monitor_runs_by_scenario ON monitor_runs (scenario, started_at);
CREATE INDEX monitor_runs_by_state ON monitor_runs (state);

CREATE TABLE monitor_phases (
    run_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    application TEXT NOT NULL,
    verdict TEXT NOT NULL,
    duration_ms DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (run_id, position)
);

CREATE TABLE monitor_findings (
    run_id TEXT NOT NULL,
    check_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (run_id, check_id)
);

CREATE TABLE monitor_nodes (
    node TEXT PRIMARY KEY,
    seen_at BIGINT NOT NULL
);

CREATE TABLE monitor_leases (
    account TEXT PRIMARY KEY,
    holder TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

CREATE TABLE monitor_accounts (
    account TEXT PRIMARY KEY,
    refusals INTEGER NOT NULL,
    rests_until BIGINT NOT NULL
);
