// "This device": what locks it, whether it tells of something new, and how to have it forgotten.

import { canBeTold, stopTelling, tellHere } from "./bell.js";
import { ask } from "./connection.js";
import { forget, notMe } from "./lock.js";
import { Pattern } from "./pattern.js";

const SHORT = { word: "lock-short-word", pattern: "lock-short-pattern" };
const part = (id) => document.getElementById(id);

export class Device {
  // about(): what the service said; meet(): ask it again; lockNow(); install: Install; word(id)
  constructor({ about, meet, lockNow, install, word }) {
    Object.assign(this, { about, meet, lockNow, install, word });
    this.kind = "";
    this.dialog = part("device");
    this.pattern = new Pattern(part("choose-dots"), { word });
    this.oldPattern = new Pattern(part("old-dots"), { word });
    for (const opener of document.querySelectorAll("[data-opens=device]")) opener.addEventListener("click", () => this.open());
    part("device-close").addEventListener("click", () => this.dialog.close());
    part("lock-now").addEventListener("click", () => this.lockNow());
    for (const button of document.querySelectorAll("[data-choose]")) {
      button.addEventListener("click", () => this.choose(button.dataset.choose));
    }
    part("choose").addEventListener("submit", (event) => {
      event.preventDefault();
      this.set().catch(() => this.say("lost"));
    });
    part("choose-clear").addEventListener("click", () => [this.pattern, this.oldPattern].forEach((one) => one.clear()));
    part("bell").addEventListener("click", () => this.ring().catch(() => this.say("bell-refused")));
    part("install").addEventListener("click", () => this.install.ask().then(() => this.show()));
    part("forget").addEventListener("click", () => forget().catch(() => this.say("lost")));
    part("not-me").addEventListener("click", () => notMe().catch(() => this.say("lost")));
  }

  open() {
    this.choosing = null;
    this.say("");
    this.show();
    this.dialog.showModal();
  }

  show() {
    const { linked, device } = this.about();
    part("device-lock").hidden = !linked;
    part("lock-state").textContent = this.word(device.lock ? "lock-is-on" : "lock-is-off");
    for (const one of this.dialog.querySelectorAll("[data-when]")) {
      one.hidden = (one.dataset.when === "locked") !== Boolean(device.lock);
    }
    part("choose").hidden = this.choosing === null;
    part("device-bell").hidden = !linked || !device.push_key || !canBeTold();
    part("bell").textContent = this.word(device.bell ? "bell-stop" : "bell-start");
    part("bell-shared").hidden = !device.shared;
    part("device-install").hidden = !this.install.offered;
  }

  // kind: word, pattern, or "" to take the lock off.
  choose(kind) {
    this.choosing = kind;
    const old = this.about().device.lock;
    part("choose").reset();
    this.pattern.clear();
    this.oldPattern.clear();
    for (const one of part("choose").querySelectorAll("[data-new]")) one.hidden = one.dataset.new !== kind;
    for (const one of part("choose").querySelectorAll("[data-old]")) one.hidden = one.dataset.old !== old;
    part("choose-clear").hidden = kind !== "pattern" && old !== "pattern";
    this.say("");
    this.show();
    part("choose").querySelector("fieldset:not([hidden]) :is(input, button)")?.focus();
  }

  async set() {
    const form = Object.fromEntries(new FormData(part("choose")));
    const old = this.about().device.lock === "pattern" ? this.oldPattern.value : form.old;
    const secret = this.choosing === "pattern" ? this.pattern.value : form.secret;
    if (this.choosing && secret.trim().length < 4) return this.say(SHORT[this.choosing]);
    try {
      await ask("POST", "/chat/lock", { kind: this.choosing, secret, old });
    } catch (error) {
      if (error.status === 403) return this.say(error.answer.left === 1 ? "lock-wrong-last" : "lock-wrong");
      if (error.status === 400) return this.say(SHORT[this.choosing]);
      throw error;
    }
    const done = this.choosing ? "lock-set" : "lock-off";
    this.choosing = null;
    await this.meet();
    this.say(done);
    this.show();
    return undefined;
  }

  async ring() {
    const { bell, push_key: key } = this.about().device;
    const done = bell ? await stopTelling() : await tellHere(key);
    await this.meet();
    this.say(done ? (bell ? "bell-stopped" : "bell-started") : "bell-refused");
    this.show();
  }

  say(id) {
    part("device-said").textContent = id ? this.word(id) : "";
  }
}
