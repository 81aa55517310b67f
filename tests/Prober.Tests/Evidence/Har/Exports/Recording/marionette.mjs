// Firefox's own automation protocol: `length:JSON` over TCP, [type, id, command or error, parameters or result].

import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';

export class Marionette {
  #socket;
  #waiting = new Map();
  #buffer = Buffer.alloc(0);
  #id = 0;

  static async connect(port) {
    for (let attempt = 0; ; attempt++) {
      try {
        const session = new Marionette();
        await session.#open(port);
        await session.send('WebDriver:NewSession', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
        return session;
      } catch (error) {
        if (attempt === 120) throw error;
        await delay(500);
      }
    }
  }

  send(command, parameters = {}) {
    const id = ++this.#id;
    const message = JSON.stringify([0, id, command, parameters]);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
  }

  /** Runs a script with chrome privileges; its last argument is the callback with the result. */
  async chrome(script, ...args) {
    await this.send('Marionette:SetContext', { value: 'chrome' });
    try {
      return (await this.send('WebDriver:ExecuteAsyncScript', { script, args, scriptTimeout: 60_000 })).value;
    } finally {
      await this.send('Marionette:SetContext', { value: 'content' });
    }
  }

  goto = (url) => this.send('WebDriver:Navigate', { url });

  click = async (xpath) => this.send('WebDriver:ElementClick', { id: await this.#find(xpath) });

  fill = async (xpath, text) => this.send('WebDriver:ElementSendKeys', { id: await this.#find(xpath), text });

  see = (xpath) => this.#find(xpath);

  async #find(xpath) {
    for (let attempt = 0; ; attempt++) {
      try {
        return (await this.send('WebDriver:FindElement', { using: 'xpath', value: xpath })).value[elementKey];
      } catch (error) {
        if (attempt === 80) throw new Error(xpath, { cause: error });
        await delay(250);
      }
    }
  }

  #open(port) {
    return new Promise((resolve, reject) => {
      this.#socket = net.connect(port, '127.0.0.1');
      this.#socket.on('error', reject);
      this.#socket.on('data', (data) => {
        this.#buffer = Buffer.concat([this.#buffer, data]);
        for (let message; (message = this.#next());) Array.isArray(message) ? this.#settle(message) : resolve();
      });
    });
  }

  #next() {
    const colon = this.#buffer.indexOf(':');
    if (colon < 0) return null;
    const end = colon + 1 + Number(this.#buffer.toString('latin1', 0, colon));
    if (this.#buffer.length < end) return null;
    const message = JSON.parse(this.#buffer.toString('utf8', colon + 1, end));
    this.#buffer = this.#buffer.subarray(end);
    return message;
  }

  #settle([, id, error, result]) {
    const { resolve, reject } = this.#waiting.get(id);
    this.#waiting.delete(id);
    error ? reject(new Error(error.message)) : resolve(result);
  }
}
