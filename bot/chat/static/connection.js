// The line to the service: a WebSocket, or plain requests where there is none. What is not acknowledged goes again,
// under the same id, until it is; the service keeps each id once. While this browser is locked it only gives.

import { asSent } from "./unsent.js";
import { asBlob } from "./voice.js";

const OPEN = 1;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15000;
const OPENING = 6000;
const ACKNOWLEDGED = 8000;
const FETCH_EVERY = 2500;
const FETCH_FOR = 30000;
const REFUSED = new Set([400, 413]);

export class Connection {
  // heard: {begun(), frames(list), reset(), kept(id), refused(id), state("on" | "off"), locked(kind), gone()}
  constructor({ unsent, heard }) {
    this.unsent = unsent;
    this.heard = heard;
    this.after = 0;
    this.view = "";
    this.begun = false;
    this.locked = "";
    this.socket = null;
    this.inFlight = new Map();
    this.nudge = () => {};
    addEventListener("online", () => this.nudge());
    addEventListener("offline", () => this.lose());
  }

  async run(opening) {
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        if (this.locked) {
          await this.give();
          this.heard.state("on");
          await this.pause(LONGEST_WAIT);
          wait = FIRST_WAIT;
          continue;
        }
        if (!this.begun) await this.begin(opening);
        if (await this.overSocket()) wait = FIRST_WAIT;
        else {
          await this.overFetch();
          wait = FIRST_WAIT;
          continue;
        }
      } catch (error) {
        if (error.status === 423) {
          this.lock(error.answer.locked);
          continue;
        }
        if (error.status === 401) return this.heard.gone();
        this.heard.state("off");
      }
      await this.pause(wait);
    }
  }

  flush() {
    if (this.socket?.readyState === OPEN) this.unsent.own.forEach((entry) => this.push(entry));
    else this.nudge();
  }

  lock(kind) {
    this.locked = kind;
    this.socket?.close();
    this.heard.locked(kind);
    this.nudge();
  }

  // From the beginning: what is on the screen comes anew.
  unlock() {
    this.locked = "";
    this.begun = false;
    this.after = 0;
    this.view = "";
    this.nudge();
  }

  looking(on) {
    if (this.socket?.readyState === OPEN) this.socket.send(JSON.stringify({ looking: on }));
  }

  lose() {
    this.heard.state("off");
    this.socket?.close();
  }

  async begin(opening) {
    const answer = await ask("POST", "/chat/session", opening);
    this.begun = true;
    this.unsent.belongsTo(answer.drop);
    this.take(answer);
    this.heard.begun();
  }

  take(answer) {
    if (answer.reset) this.startAnew(answer.view);
    this.view = answer.view;
    this.seen(answer.messages);
    this.heard.state("on");
  }

  startAnew(view) {
    this.view = view;
    this.after = 0;
    this.heard.reset();
  }

  seen(frames) {
    for (const frame of frames) this.after = Math.max(this.after, frame.seq);
    this.heard.frames(frames);
  }

  // Resolves when the socket has ended: true when it had been open.
  overSocket() {
    if (token) return Promise.resolve(false); // a socket cannot carry the token in a header
    return new Promise((resolve) => {
      let opened = false;
      let socket;
      try {
        socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/chat/ws`);
      } catch {
        resolve(false);
        return;
      }
      const tooSlow = setTimeout(() => socket.close(), OPENING);
      this.inFlight = new Map();
      socket.onopen = () => {
        opened = true;
        clearTimeout(tooSlow);
        this.socket = socket;
        socket.send(JSON.stringify({ after: this.after, view: this.view }));
        this.looking(document.visibilityState === "visible");
        this.heard.state("on");
        this.flush();
        this.give((entry) => !this.unsent.own.includes(entry)).catch(() => {});
      };
      socket.onmessage = (event) => this.hear(JSON.parse(event.data));
      socket.onclose = () => {
        clearTimeout(tooSlow);
        for (const timer of this.inFlight.values()) clearTimeout(timer);
        this.socket = null;
        resolve(opened);
      };
    });
  }

  push(entry) {
    const { id, file } = entry;
    if (this.inFlight.has(id)) return;
    if (file) {
      this.upload(id, file);
      return;
    }
    this.socket.send(JSON.stringify(asSent(entry)));
    // A line can be dead without saying so.
    this.inFlight.set(id, setTimeout(() => this.lose(), ACKNOWLEDGED));
  }

  // Beside the socket, so that words written meanwhile are not held up by it.
  async upload(id, file) {
    this.inFlight.set(id, 0);
    try {
      await sendFile(id, file);
      this.settle({ ack: id });
    } catch (error) {
      this.settle(REFUSED.has(error.status) ? { id } : { id, again: true });
    }
  }

  hear(frame) {
    if (frame.locked) this.lock(frame.locked);
    else if (frame.gone) this.heard.gone();
    else if (frame.reset) {
      this.startAnew(frame.view);
      this.socket?.send(JSON.stringify({ after: 0, view: frame.view }));
    } else if (frame.ack || frame.error) this.settle(frame);
    else this.seen([frame]);
  }

  settle({ ack, id = ack, again }) {
    if (!id) return;
    clearTimeout(this.inFlight.get(id));
    if (again) {
      setTimeout(() => {
        this.inFlight.delete(id);
        this.flush();
      }, FETCH_EVERY);
      return;
    }
    this.inFlight.delete(id);
    this.unsent.remove(id);
    if (ack) this.heard.kept(id);
    else this.heard.refused(id);
  }

  // Without a socket for a while, then the socket is tried again. Throws when the service cannot be reached.
  async overFetch() {
    for (const end = Date.now() + FETCH_FOR; Date.now() < end && !this.locked; ) {
      await this.give();
      this.take(await ask("GET", `/chat/messages?after=${this.after}&view=${this.view}`));
      await this.pause(FETCH_EVERY);
    }
  }

  // What waits, in order, over plain requests. Throws when the service cannot be reached.
  async give(which = () => true) {
    for (const entry of this.unsent.entries.filter(which)) {
      try {
        if (entry.file) await sendFile(entry.id, entry.file, entry.drop);
        else await ask("POST", "/chat/messages", asSent(entry));
        this.unsent.remove(entry.id);
        this.heard.kept(entry.id);
      } catch (error) {
        if (!REFUSED.has(error.status)) throw error;
        this.unsent.remove(entry.id);
        this.heard.refused(entry.id);
      }
    }
  }

  // Until the time is over or something happens that makes it worth trying at once.
  pause(milliseconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.nudge = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

async function sendFile(id, file, drop = "") {
  const path = `/chat/files?id=${id}&kind=${file.kind}&seconds=${file.seconds}&drop=${drop}`;
  const response = await fetch(path, { method: "POST", headers: signed(), body: asBlob(file) });
  if (!response.ok) throw Object.assign(new Error(`POST /chat/files: ${response.status}`), { status: response.status });
}

// In a private view the session is this token, in memory only; elsewhere it is a cookie that no script can read.
let token = "";

export async function openPrivately(data) {
  ({ token } = await ask("POST", "/telegram/app/session", { data }));
}

function signed(headers = {}) {
  return token ? { ...headers, Authorization: `Bearer ${token}` } : headers;
}

// Where a file is: an address, or in a private view, where an address alone opens nothing, the file itself.
const held = new Map();

export function fileAt(id) {
  if (!token) return Promise.resolve(`/chat/files/${id}`);
  if (!held.has(id)) held.set(id, brought(id));
  return held.get(id);
}

async function brought(id) {
  const response = await fetch(`/chat/files/${id}`, { headers: signed() });
  if (response.ok) return URL.createObjectURL(await response.blob());
  held.delete(id);
  throw Object.assign(new Error(`GET /chat/files: ${response.status}`), { status: response.status });
}

// What the phone's own program opens, such as a leaflet: inside Telegram an address that is good for a minute.
export const leafletAt = async (id) => (await ask("POST", `/chat/files/${id}/pass`)).address;

export const isPrivate = () => Boolean(token);

export async function ask(method, path, body) {
  const options = { method, headers: signed({ "Content-Type": "application/json" }) };
  if (body) options.body = JSON.stringify(body);
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  throw Object.assign(new Error(`${method} ${path}: ${response.status}`), { status: response.status, answer });
}
