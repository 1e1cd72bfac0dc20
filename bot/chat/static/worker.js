// Keeps the empty page for when there is no line, sends what was written without one, and says that something is new.
// `SHELL` stands above: {version, files, notice}. A new version takes over by itself once it has everything.

const KEPT = `page-${SHELL.version}`;
const PAGE = "/chat/shell";

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

async function keep() {
  const cache = await caches.open(KEPT);
  for (const path of SHELL.files) {
    const answer = await fetch(path, { cache: "no-cache", credentials: "omit" });
    // What says that it must not be stored is somebody's own, and is not.
    if (!answer.ok || /no-store/.test(answer.headers.get("Cache-Control") ?? "")) throw new Error(path);
    await cache.put(path, answer);
  }
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith("page-") && name !== KEPT) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== self.location.origin || event.request.method !== "GET") return;
  if (event.request.mode === "navigate" && pathname === "/") event.respondWith(page(event.request));
  else if (SHELL.files.includes(pathname)) event.respondWith(file(event.request));
});

async function page(request) {
  try {
    return await fetch(request);
  } catch (lost) {
    const cache = await caches.open(KEPT);
    const shell = await cache.match(PAGE);
    if (!shell) throw lost;
    return shell;
  }
}

// The files of one release never change: their address holds its version.
async function file(request) {
  const cache = await caches.open(KEPT);
  return (await cache.match(new URL(request.url).pathname)) ?? fetch(request);
}

// --- what was written without a line

self.addEventListener("sync", (event) => {
  if (event.tag === "unsent") event.waitUntil(send());
});

async function send() {
  const database = await opened();
  try {
    for (const entry of await found(database.transaction("unsent").objectStore("unsent").getAll())) {
      const { n, at, label, hidden, file, ...frame } = entry;
      const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(frame) };
      const answer = await (file ? sendFile(frame.id, file, frame.drop) : fetch("/chat/messages", options));
      if (!answer.ok && answer.status !== 400) throw new Error(String(answer.status)); // the browser tries again
      if (answer.ok) await found(database.transaction("unsent", "readwrite").objectStore("unsent").delete(n));
    }
  } finally {
    database.close();
  }
}

function sendFile(id, { kind, seconds, mime, data }, drop = "") {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const path = `/chat/files?id=${id}&kind=${kind}&seconds=${seconds}&drop=${drop}`;
  return fetch(path, { method: "POST", body: new Blob([bytes], { type: mime }) });
}

function opened() {
  const asked = indexedDB.open("page", 1);
  // Nothing was ever written here: the page makes the stores, not this.
  asked.onupgradeneeded = () => asked.transaction.abort();
  return found(asked);
}

function found(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// --- something is new. What comes is a code word; what stands on the screen is the same for everybody.

self.addEventListener("push", (event) => {
  event.waitUntil(
    (async () => {
      const open = await self.clients.matchAll({ type: "window" });
      if (open.some((client) => client.visibilityState === "visible" && new URL(client.url).pathname === "/")) return;
      const { title, body } = SHELL.notice;
      await self.registration.showNotification(title, { body, tag: "new", icon: "/chat/icon/192.png" });
    })(),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    (async () => {
      const open = await self.clients.matchAll({ type: "window" });
      const page = open.find((client) => new URL(client.url).pathname === "/");
      await (page ? page.focus() : self.clients.openWindow("/"));
    })(),
  );
});
