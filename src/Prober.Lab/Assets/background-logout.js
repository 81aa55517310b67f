// Calls the provider's logout without leaving the page: the cookie may not travel and the answer cannot be read.
(async () => {
  const { provider, then } = document.getElementById('logout').dataset;
  try {
    await fetch(provider);
  } catch (error) {
    console.warn('logout request failed', error);
  }
  location.assign(then);
})();
