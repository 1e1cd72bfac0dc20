// Turns on notices in this browser: asks the browser, and gives the service what it needs to reach it.

const form = document.querySelector("[data-push]");
const said = document.querySelector("[data-push-said]");

function say(what) {
  said.textContent = said.dataset[what];
}

function bytes(text) {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/").padEnd(Math.ceil(text.length / 4) * 4, "=");
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
}

async function subscribe() {
  if ((await Notification.requestPermission()) !== "granted") return say("refused");
  const worker = await navigator.serviceWorker.register("/staff/static/notices-worker.js");
  const old = await worker.pushManager.getSubscription();
  if (old) await old.unsubscribe();
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytes(form.dataset.key),
  });
  const body = new URLSearchParams(new FormData(form));
  body.set("subscription", JSON.stringify(subscription));
  const answer = await fetch(form.action, { method: "POST", body });
  return say(answer.ok ? "on" : "failed");
}

if (form) {
  const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
  form.querySelector("button").hidden = !able;
  if (!able) say("cannot");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    subscribe().catch(() => say("failed"));
  });
}
