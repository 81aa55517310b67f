// Moves the clock that scripts see to the time of the recording; the end of a cookie that a script sets is moved back, as the browser compares it with the real time.
(offset, name) => {
  const Real = Date;
  try {
    const told = performance.getEntriesByType('navigation')[0]?.serverTiming?.find(each => each.name === name);
    if (told) offset = told.duration - Real.now();
  } catch { /* a document without timing: the ground stays */ }
  const now = () => Math.round(Real.now() + offset);
  globalThis.Date = new Proxy(Real, {
    construct: (target, given, made) => Reflect.construct(target, given.length ? given : [now()], made === globalThis.Date ? target : made),
    apply: () => new Real(now()).toString(),
    get: (target, key) => key === 'now' ? now : Reflect.get(target, key),
  });
  const jar = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  Object.defineProperty(Document.prototype, 'cookie', {
    ...jar,
    set(text) {
      jar.set.call(this, String(text).replace(/(;\s*expires\s*=\s*)([^;]+)/i, (all, start, end) => {
        const at = Real.parse(end);
        return Number.isNaN(at) || at <= 0 ? all : start + new Real(at - offset).toUTCString();
      }));
    },
  });
}
