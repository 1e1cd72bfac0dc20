// "Tell me when there is something new": this browser's own push, asked for by a tap. What comes says nothing.

import { ask } from "./connection.js";

export function canBeTold() {
  return "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
}

// Resolves with whether this browser will tell.
export async function tellHere(key) {
  if ((await Notification.requestPermission()) !== "granted") return false;
  await subscribe(key);
  return true;
}

// A browser gets a new subscription now and then, and the service finds the old one gone. The child has said yes once.
export async function tellAgain({ bell_lost: lost, push_key: key }) {
  if (lost && key && canBeTold() && Notification.permission === "granted") await subscribe(key);
}

async function subscribe(key) {
  const { pushManager } = await navigator.serviceWorker.ready;
  await (await pushManager.getSubscription())?.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
  await ask("POST", "/chat/bell", { subscription: subscription.toJSON() });
}

export async function stopTelling() {
  await ask("POST", "/chat/bell", {});
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
  return true;
}

function bytes(text) {
  const padded = text.replaceAll("-", "+").replaceAll("_", "/").padEnd(Math.ceil(text.length / 4) * 4, "=");
  return Uint8Array.from(atob(padded), (letter) => letter.charCodeAt(0));
}
