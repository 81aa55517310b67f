// One look at a page: everything the journey decides by, in one round trip. Returns as soon as the page differs from the
// look already known, its document is parsed and the difference has stood for settleMs, or after waitMs with whatever stands there.
input => new Promise(resolve => {
  const { known, waitMs, settleMs, markers, errorSelectors, captchaSelectors, storage } = JSON.parse(input);
  const passwords = 'input[type=password], input[autocomplete*=password], input[name*=pass i], input[id*=pass i]';
  const squeeze = text => (text ?? '').replace(/\s+/g, ' ').trim();
  const short = (text, length) => squeeze(text).slice(0, length);

  const roots = () => {
    const found = [document];
    for (let i = 0; i < found.length; i++)
      for (const element of found[i].querySelectorAll('*'))
        if (element.shadowRoot) found.push(element.shadowRoot);
    return found;
  };
  const inAll = (all, selector) => {
    try { return all.flatMap(root => [...root.querySelectorAll(selector)]); } catch { return []; }
  };
  const visible = element => {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right > 0 && box.bottom + scrollY > 0;
  };
  const covered = element => {
    const box = element.getBoundingClientRect();
    const top = element.getRootNode().elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return top !== null && top !== element && !element.contains(top) && !top.contains(element) && top.control !== element
      && !top.closest('label')?.contains(element);
  };
  const referenced = (element, attribute) => (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean)
    .map(id => element.getRootNode().getElementById?.(id)?.textContent ?? '').join(' ');
  const nameOf = element => short(
    referenced(element, 'aria-labelledby') || element.getAttribute('aria-label')
    || (element.tagName === 'INPUT' && element.type !== 'image' ? element.value : '')
    || element.innerText || element.querySelector?.('img[alt]')?.alt || element.alt || element.title, 120);
  const labelOf = element => short(
    referenced(element, 'aria-labelledby') || element.getAttribute('aria-label')
    || [...(element.labels ?? [])].map(label => label.innerText).join(' '), 120);

  const pathOf = element => {
    const root = element.getRootNode();
    const only = selector => { try { return root.querySelectorAll(selector).length === 1; } catch { return false; } };
    const own = () => {
      if (element.id && only('#' + CSS.escape(element.id))) return '#' + CSS.escape(element.id);
      const name = element.getAttribute('name');
      const named = element.tagName.toLowerCase() + `[name=${JSON.stringify(name)}]`;
      if (name && only(named)) return named;
      const steps = [];
      for (let at = element; at && at !== root; at = at.parentElement) {
        const twins = at.parentElement ? [...at.parentElement.children].filter(child => child.tagName === at.tagName) : [at];
        steps.unshift(at.tagName.toLowerCase() + (twins.length > 1 ? `:nth-of-type(${twins.indexOf(at) + 1})` : ''));
      }
      return steps.join(' > ');
    };
    return root.host ? pathOf(root.host) + ' ' + own() : own();
  };

  const has = (marker, text, controls, all) => {
    const wanted = squeeze(marker.name ?? marker.value).toLowerCase();
    const named = list => list.some(control => control.text.toLowerCase().includes(wanted));
    switch (marker.kind) {
      case 'text': return text.toLowerCase().includes(wanted) || named(controls);
      case 'control': return named(controls);
      case 'link': return named(controls.filter(control => control.link));
      case 'button': return named(controls.filter(control => !control.link));
      case 'label': return inAll(all, 'input,select,textarea,[aria-label],[aria-labelledby]')
        .some(element => visible(element) && labelOf(element).toLowerCase().includes(wanted));
      case 'testId': return inAll(all, `[data-testid=${JSON.stringify(marker.value)}]`).some(visible);
      case 'role': return inAll(all, marker.css).some(element => visible(element) && nameOf(element).toLowerCase().includes(wanted));
      default: return inAll(all, marker.value).some(visible);
    }
  };

  const look = () => {
    const all = roots();
    const text = squeeze([document.body?.innerText, ...all.slice(1).flatMap(root => [...root.children].map(child => child.innerText))].join(' '));
    const forms = inAll(all, 'form');
    const formOf = element => forms.indexOf(element.form ?? element.closest('form'));
    const fields = inAll(all, 'input:not([type=hidden],[type=submit],[type=button],[type=image],[type=reset]),select')
      .filter(visible).slice(0, 40).map(element => ({
        type: element.type, name: element.name ?? '', id: element.id, autocomplete: element.autocomplete ?? '',
        label: labelOf(element), placeholder: element.placeholder ?? '', form: formOf(element), selector: pathOf(element),
        enabled: !element.disabled && !element.readOnly, filled: element.value !== '', covered: covered(element),
        inputMode: element.inputMode ?? '', maxLength: element.maxLength ?? -1,
      }));
    const controls = inAll(all, 'button,input[type=submit],input[type=button],input[type=image],[role=button],a[href],[role=link]')
      .filter(visible).slice(0, 120).map(element => ({
        text: nameOf(element), id: element.id, name: element.getAttribute('name') ?? '', selector: pathOf(element), form: formOf(element),
        enabled: !element.disabled,
        link: element.tagName === 'A' && element.getAttribute('role') !== 'button' || element.getAttribute('role') === 'link',
        submit: element.type === 'submit' || element.type === 'image', origin: element.tagName === 'A' ? element.origin : '',
      }));
    const errors = [...new Set(inAll(all, errorSelectors).filter(visible).map(element => short(element.innerText, 300)).filter(Boolean))];
    const frames = [...document.querySelectorAll('iframe')];
    const found = {};
    for (const [name, marker] of Object.entries(markers)) found[name] = has(marker, text, controls, all);
    const seen = {
      history: history.length,
      document: performance.timeOrigin, url: location.href, title: short(document.title, 200), ready: document.readyState,
      status: performance.getEntriesByType('navigation')[0]?.responseStatus ?? 0,
      text: text.slice(0, 4000), textLength: text.length,
      headings: inAll(all, 'h1,h2,[role=heading]').filter(visible).slice(0, 6).map(element => short(element.innerText, 200)),
      fields, controls, errors: errors.slice(0, 8), markers: found,
      captcha: inAll(all, captchaSelectors).some(visible),
      silentFrames: frames.filter(frame => /prompt=none|response_mode=web_message/.test(frame.src) && !visible(frame)).length,
      refreshes: /^\s*([0-9]|10)\b/.test(document.querySelector('meta[http-equiv=refresh i]')?.content ?? ''),
      plain: frames.length === 0 && devicePixelRatio === 1 && document.fonts.status === 'loaded' && !inAll(all, passwords).some(field => field.value),
      wideFrames: frames.filter(frame => visible(frame) && frame.clientWidth > 150 && frame.clientHeight > 100).length,
    };
    seen.fingerprint = [seen.document, seen.ready, seen.url, seen.textLength, seen.captcha, seen.silentFrames, JSON.stringify(found),
      fields.map(field => field.selector + field.enabled + field.covered), controls.map(control => control.text + control.enabled),
      seen.errors].join('|');
    return seen;
  };

  const stored = () => {
    const entries = store => { try { return Object.fromEntries(Object.entries(store)); } catch { return {}; } };
    try { return { local: entries(localStorage), session: entries(sessionStorage) }; } catch { return { local: {}, session: {} }; }
  };

  let pending, clock, observer, latest, since, over = false;
  const until = performance.now() + waitMs;
  const answer = seen => {
    over = true;
    observer?.disconnect();
    clearTimeout(pending);
    clearInterval(clock);
    document.removeEventListener('DOMContentLoaded', now);
    removeEventListener('load', now);
    const wanted = storage === 'always' || storage === 'signed-in' && seen.markers.signedIn;
    seen.stoodMs = performance.now() - since;
    resolve(JSON.stringify(wanted ? { ...seen, ...stored() } : seen));
  };
  const check = () => {
    pending = undefined;
    if (over) return;
    const seen = look();
    if (seen.fingerprint !== latest) [latest, since] = [seen.fingerprint, performance.now()];
    const news = seen.fingerprint !== known && seen.ready !== 'loading';
    const rest = settleMs - (performance.now() - since);
    if (news && rest <= 0 || performance.now() >= until) answer(seen);
    else if (news) setTimeout(check, Math.ceil(rest));
  };
  // After the page's own listeners, so that what they do at this moment is seen.
  const now = () => setTimeout(check);
  check();
  if (over) return;
  document.addEventListener('DOMContentLoaded', now);
  addEventListener('load', now);
  const soon = () => pending ??= setTimeout(check, 25);
  observer = new MutationObserver(soon);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  clock = setInterval(soon, 150);
  setTimeout(check, waitMs);
})
