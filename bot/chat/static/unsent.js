// What the child wrote and the service has not yet acknowledged. It outlives a reload of this tab, no more.

const KEY = "unsent";
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
export function asSent({ id, text, choice, replaces, take_back: gone }) {
  if (choice) return { id, choice };
  if (gone) return { id, replaces, take_back: true };
  return replaces ? { id, text, replaces } : { id, text };
}

export class Unsent {
  constructor() {
    this.entries = read(KEY, []);
  }

  // An entry is {id, at, label} with text or choice; label is what the child sees of it.
  add(entry) {
    this.entries.push(entry);
    write(KEY, this.entries);
  }

  remove(id) {
    this.entries = this.entries.filter((entry) => entry.id !== id);
    write(KEY, this.entries);
  }

  get draft() {
    return read(DRAFT, "");
  }

  set draft(text) {
    write(DRAFT, text);
  }
}

function read(key, otherwise) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Full, or forbidden in this browser: what was written then lives as long as the page.
  }
}
