// What healthy applications do all day: ask who is there (401), miss a picture (404), lose telemetry (500).
fetch('/me').then(answer => answer.text()).catch(() => {});
fetch('/assets/avatar-missing.png').then(answer => answer.text()).catch(() => {});
fetch('/telemetry', { method: 'POST', body: '{}' }).then(answer => answer.text()).catch(() => {});
