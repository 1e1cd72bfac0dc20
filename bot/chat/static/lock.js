// The screen behind which everything is put away. Help now works here too: the lock never holds up a cry.

import { ask } from "./connection.js";
import { Pattern } from "./pattern.js";
import { newId } from "./unsent.js";

const CLEAR_AFTER = 4000;
const HERE_EVERY = 30000;
const part = (id) => document.getElementById(id);

export class LockScreen {
  // opened() once it is unlocked; write(entry) takes words under Help now; word(id)
  constructor({ opened, write, word }) {
    Object.assign(this, { opened, write, word });
    this.kind = "";
    this.pattern = new Pattern(part("unlock-dots"), { word });
    part("unlock").addEventListener("submit", (event) => {
      event.preventDefault();
      this.open().catch(() => this.say("lost"));
    });
    part("lock-help").addEventListener("click", () => this.help());
    part("lock-write").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    part("lock-clear").addEventListener("click", () => this.pattern.clear());
    part("lock-forget").addEventListener("click", () => forget().catch(() => this.say("lost")));
    part("lock-not-me").addEventListener("click", () => notMe().catch(() => this.say("lost")));
  }

  // kind: word, pattern, card, or "wait" while there is no line to ask over.
  show(kind) {
    if (this.kind === kind) return;
    this.kind = kind;
    part("app").hidden = true;
    part("lock").hidden = false;
    part("device").close?.();
    for (const one of document.querySelectorAll("[data-lock]")) one.hidden = !one.dataset.lock.split(" ").includes(kind);
    part("unlock").reset();
    this.pattern.clear();
    part("unlock-said").textContent = "";
    part("lock-title").focus();
  }

  hide() {
    this.kind = "";
    part("unlock").reset();
    this.pattern.clear();
    part("lock-help-box").hidden = true;
    part("lock-said").textContent = "";
    part("lock").hidden = true;
    part("app").hidden = false;
  }

  async open() {
    const { word, card, birthday } = Object.fromEntries(new FormData(part("unlock")));
    const body = this.kind === "card" ? { card, birthday } : { secret: this.kind === "word" ? word : this.pattern.value };
    try {
      await ask("POST", "/chat/unlock", body);
    } catch (error) {
      if (error.status === 403) return this.wrong(error.answer.left);
      if (error.status === 401) return gone();
      throw error;
    }
    this.hide();
    this.opened();
  }

  wrong(left) {
    part("unlock").reset();
    this.pattern.clear();
    this.say(left === 1 ? "lock-wrong-last" : "lock-wrong", left);
  }

  say(id, left) {
    part("unlock-said").textContent = [this.word(id), left > 1 ? `${this.word("lock-left")} ${left}` : ""].join(" ").trim();
  }

  help() {
    const box = part("lock-help-box");
    box.hidden = !box.hidden;
    part("lock-help").setAttribute("aria-expanded", String(!box.hidden));
    if (!box.hidden) part("lock-text").focus();
  }

  send() {
    const text = part("lock-text").value;
    if (!text.trim()) return;
    this.write({ id: newId(), at: new Date().toISOString(), label: text, text, help: true, hidden: true });
    part("lock-text").value = "";
    part("lock-said").textContent = this.word("lock-sending");
  }

  kept() {
    part("lock-said").textContent = this.word("lock-kept");
  }
}

// Locks when the child has done nothing here for a while, and tells the service that they do.
export class Idle {
  // minutes() is 0 where the child has set no lock
  constructor({ minutes, lock }) {
    let since = Date.now();
    let told = 0;
    const here = () => {
      since = Date.now();
      if (!minutes() || since - told < HERE_EVERY || part("app").hidden) return;
      told = since;
      ask("POST", "/chat/here", {}).catch(() => {});
    };
    for (const what of ["pointerdown", "keydown", "wheel", "touchmove"]) addEventListener(what, here, { passive: true });
    const look = () => minutes() && !part("app").hidden && Date.now() - since >= minutes() * 60000 && lock();
    setInterval(look, CLEAR_AFTER);
    // A phone that was in a pocket does not count seconds there.
    document.addEventListener("visibilitychange", look);
  }
}

export async function forget() {
  await ask("POST", "/chat/forget", {});
  await gone();
}

export async function notMe() {
  await ask("POST", "/chat/not-me", {});
  await gone();
}

// Everything this browser kept by itself goes, then a page that says so and nothing else.
export async function gone() {
  document.documentElement.hidden = true;
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await (await registration?.pushManager?.getSubscription())?.unsubscribe();
    await registration?.unregister();
    for (const name of (await globalThis.caches?.keys()) ?? []) await caches.delete(name);
    const { store } = await import("./store.js");
    await store.clear();
    sessionStorage.clear();
    localStorage.clear();
  } catch {
    // What this browser does not have need not go.
  }
  location.replace("/chat/gone");
}
