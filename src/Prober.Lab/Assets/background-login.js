// Asks the application's API who is there; the answer sends a script to the identity provider, which a script cannot follow.
(() => {
  const button = document.querySelector('[data-login]');
  button.addEventListener('click', async () => {
    try {
      const answer = await fetch(button.dataset.login, { headers: { accept: 'application/json' } });
      if (answer.ok) location.assign('/protected');
    } catch (error) {
      console.warn('the profile could not be loaded', error);
    }
  });
})();
