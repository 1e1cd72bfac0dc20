// What the child wrote and the service has not yet acknowledged. It outlives the page, and goes when there is a line,
// in order, each under its own id: the service keeps an id once, however often it comes.

import { store } from "./store.js";

const DRAFT = "draft";

export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Only pages served securely have randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// What travels of an entry.
export function asSent({ id, text, choice, replaces, take_back: gone, drop, help }) {
  const more = { ...(drop ? { drop } : {}), ...(help ? { help } : {}) };
  if (choice) return { id, choice, ...more };
  if (gone) return { id, replaces, take_back: true, ...more };
  return { id, text, ...(replaces ? { replaces } : {}), ...more };
}

export class Unsent {
  // drop: where this session's words go. Words from a session before it have another, and go there.
  // keep: whether it outlives the page.
  constructor({ keep }) {
    this.keep = keep;
    this.entries = [];
    this.drop = "";
    this.ready = keep ? this.load() : Promise.resolve();
  }

  async load() {
    const [entries, drop] = (await quietly(Promise.all([store.all(), store.get("drop")]))) ?? [[], ""];
    this.entries = [...entries, ...this.entries];
    this.drop ||= drop ?? "";
  }

  // Words of this session that may stand on the screen. After a quick exit they are sent, and not shown again.
  get shown() {
    return this.entries.filter((entry) => !entry.hidden && (!entry.drop || entry.drop === this.drop));
  }

  // What may go over the open socket: the socket is this session's.
  get own() {
    return this.entries.filter((entry) => !entry.drop || entry.drop === this.drop);
  }

  // An entry is {id, at, label} with text or choice; label is what the child sees of it.
  add(entry) {
    const kept = { ...entry, drop: this.drop };
    this.entries.push(kept);
    if (this.keep) quietly(store.add(kept).then(() => askToSendLater()));
  }

  remove(id) {
    this.entries = this.entries.filter((entry) => entry.id !== id);
    if (this.keep) quietly(store.remove(id));
  }

  // This browser's session is this one: what was written before there was any belongs to it.
  belongsTo(drop) {
    this.drop = drop;
    if (this.keep) quietly(store.set("drop", drop));
    for (const entry of this.entries) {
      if (entry.drop) continue;
      entry.drop = drop;
      if (entry.n) quietly(store.put(entry));
    }
  }

  get draft() {
    try {
      return sessionStorage.getItem(DRAFT) ?? "";
    } catch {
      return "";
    }
  }

  set draft(text) {
    try {
      sessionStorage.setItem(DRAFT, text);
    } catch {
      // Full, or forbidden in this browser: half a sentence then lives as long as the page.
    }
  }
}

// At a quick exit: nothing of it on the screen again.
export async function hideUnsent() {
  for (const entry of (await quietly(store.all())) ?? []) await quietly(store.put({ ...entry, hidden: true }));
}

// Where the browser can, it sends when the line is back although the page is shut.
async function askToSendLater() {
  const worker = await navigator.serviceWorker?.getRegistration();
  await worker?.sync?.register("unsent");
}

// A browser that keeps nothing (some do in private windows): what was written then lives as long as the page.
function quietly(promise) {
  return promise.catch(() => undefined);
}
