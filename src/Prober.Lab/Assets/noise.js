// What healthy applications do all day: ask who is there (401), miss a picture (404), lose telemetry (500).
fetch('/me').catch(() => {});
fetch('/assets/avatar-missing.png').catch(() => {});
fetch('/telemetry', { method: 'POST', body: '{}' }).catch(() => {});
