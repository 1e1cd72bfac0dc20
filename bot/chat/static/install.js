// Keeping the chat on a phone: the worker that makes it possible, and the browser's offer, passed on once and quietly.

const NOT_NOW = "no-icon";

export class Install {
  // offer(): the browser would put it on the home screen now; keep: not in a page that is to leave nothing behind
  constructor({ offer, keep }) {
    this.event = null;
    if (!keep) return;
    addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.event = event;
      offer();
    });
    addEventListener("appinstalled", () => (this.event = null));
    navigator.serviceWorker?.register("/worker.js", { updateViaCache: "none" }).catch(() => {});
  }

  get offered() {
    return Boolean(this.event);
  }

  // Offered by itself once, on a device of the child's own; afterwards under "this device".
  get unasked() {
    return this.offered && !remembered();
  }

  async ask() {
    const { event } = this;
    this.event = null;
    await event?.prompt();
  }

  notNow() {
    try {
      localStorage.setItem(NOT_NOW, "1");
    } catch {
      // Then it is offered again another day.
    }
  }
}

function remembered() {
  try {
    return localStorage.getItem(NOT_NOW) === "1";
  } catch {
    return false;
  }
}
