// Draws the login fields and posts them as JSON; the document has no form element.
(() => {
  const settings = JSON.parse(document.getElementById('settings').textContent);
  const root = document.getElementById('login');

  const field = (id, label, type, autocomplete, value) => `
    <label for="${id}">${label}</label>
    <input id="${id}" type="${type}" autocomplete="${autocomplete}" value="${value}">`;

  const draw = () => {
    root.innerHTML = field('username', 'Email address', 'email', 'username', settings.username)
      + field('password', 'Password', 'password', 'current-password', '')
      + '<button class="primary" type="button" id="submit">Continue</button>';
    document.getElementById('submit').addEventListener('click', submit);
    root.addEventListener('keydown', event => { if (event.key === 'Enter') submit(); });
  };

  const show = text => {
    root.querySelector('.alert')?.remove();
    root.insertAdjacentHTML('afterbegin', '<div class="alert" role="alert" id="error-element-password"></div>');
    root.querySelector('.alert').textContent = text;
  };

  const submit = async () => {
    const answer = await fetch(settings.action, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        username: document.getElementById('username').value,
        password: document.getElementById('password').value,
      }),
    });
    const result = await answer.json();
    if (answer.ok) location.assign(result.next);
    else show(settings.fixedError ?? result.error_description);
  };

  setTimeout(draw, settings.delay);
})();
