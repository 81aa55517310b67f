// Brings the page up to date without loading it anew; without this script the page loads itself every 30 seconds.
// Nodes that stay are kept, and with them focus, scroll position, what is chosen in a list and what is unfolded.
(() => {
  "use strict";
  const interval = 5000;
  const asOf = document.getElementById("as-of");
  const said = document.getElementById("said");
  let version = null;
  let lost = false;

  const key = node => node.nodeType === Node.ELEMENT_NODE ? node.id || node.dataset.key || null : null;

  const isSameKind = (one, other) => one.nodeType === other.nodeType && one.nodeName === other.nodeName && key(one) === key(other);

  function take(before, after) {
    if (before.nodeType !== Node.ELEMENT_NODE) {
      if (before.data !== after.data) before.data = after.data;
      return;
    }

    for (const { name, value } of [...after.attributes]) if (before.getAttribute(name) !== value) before.setAttribute(name, value);
    for (const { name } of [...before.attributes]) if (!after.hasAttribute(name) && name !== "open") before.removeAttribute(name);
    takeChildren(before, after);
  }

  function takeChildren(before, after) {
    let place = before.firstChild;
    for (const child of [...after.childNodes]) {
      let kept = place;
      while (kept && !isSameKind(kept, child)) kept = kept.nextSibling;
      if (!kept) {
        before.insertBefore(document.importNode(child, true), place);
        continue;
      }

      // What stands between has no place any more; a node that stays is never moved, as that takes the focus from it.
      while (place !== kept) place = remove(place);
      take(kept, child);
      place = kept.nextSibling;
    }

    while (place) place = remove(place);
  }

  function remove(node) {
    const next = node.nextSibling;
    node.remove();
    return next;
  }

  const sayings = root => new Map([...root.querySelectorAll("[data-say]")].map(node => [node.id, node.dataset.say]));

  function show(text) {
    const next = new DOMParser().parseFromString(text, "text/html");
    const before = sayings(document);
    document.title = next.title;
    for (const part of ["pages", "content"]) take(document.getElementById(part), next.getElementById(part));
    const news = [...sayings(document)].filter(([id, text]) => before.get(id) !== text).map(([, text]) => text);
    if (news.length > 0) said.textContent = news.join(". ");
  }

  const now = () => new Date().toISOString().slice(0, 19).replace("T", " ") + " UTC";

  async function look() {
    const answer = await fetch(location.href.split("#")[0], { headers: version ? { "If-None-Match": version } : {}, redirect: "manual" });
    // Logged out: the page itself leads to the login.
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return location.reload();
    if (answer.status === 200) {
      version = answer.headers.get("ETag");
      show(await answer.text());
    } else if (answer.status !== 304) throw new Error(String(answer.status));
    asOf.textContent = `Live; as of ${now()}.`;
    if (lost) said.textContent = "The prober answers again.";
    lost = false;
  }

  async function go() {
    try {
      if (!document.hidden) await look();
    } catch {
      if (!lost) asOf.textContent = said.textContent = `The prober has not answered since ${now()}; what is shown is old.`;
      lost = true;
    }

    setTimeout(go, interval);
  }

  setTimeout(go, interval);
})();
