// Quick exit: away in one tap, with nothing of the chat left in this tab. Where others use the device, or the child has
// a lock, the chat is locked as well.

import { hideUnsent } from "./unsent.js";

const LEFT = "left";

// Whether the last leaving has still to be told: without a line it could not be.
export const left = {
  get: () => read(),
  set: () => write("1"),
  clear: () => write(""),
};

export function armQuickExits() {
  for (const link of document.querySelectorAll(".exit")) arm(link);
}

function arm(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // What is on the screen goes first: the next page may take seconds on a slow phone.
    document.documentElement.hidden = true;
    document.title = "";
    try {
      sessionStorage.clear();
    } catch {
      // Forbidden in this browser: then nothing is there.
    }
    left.set();
    hideUnsent();
    navigator.sendBeacon?.("/chat/exit", new Blob(["{}"], { type: "application/json" }));
    // replace: the back button leads to what was before the chat, not to the chat.
    location.replace(link.href);
  });
}

// Some browsers keep the whole page for the back button: it goes out of sight as it is left, and may only come back
// through the door.
addEventListener("pagehide", (event) => {
  if (event.persisted) document.documentElement.hidden = true;
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.replace(location.pathname);
});

function read() {
  try {
    return localStorage.getItem(LEFT) === "1";
  } catch {
    return false;
  }
}

function write(value) {
  try {
    if (value) localStorage.setItem(LEFT, value);
    else localStorage.removeItem(LEFT);
  } catch {
    // Forbidden in this browser: the beacon alone tells it.
  }
}
