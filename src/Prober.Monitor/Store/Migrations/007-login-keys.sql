-- Keys of the page's login and forms, encrypted; all nodes have the same.
CREATE TABLE monitor_login_keys (
    name TEXT PRIMARY KEY,
    created_at BIGINT NOT NULL,
    element TEXT NOT NULL
);
