// Runs in the browser of a member of staff, also when no page is open. What comes in is a code word alone: nothing a
// child said or is called ever travels to a browser's push service, and nothing of it stands on a locked screen.

const NOTICES = {
  concern: { title: "My IRO: a concern needs you", body: "Sign in to read it.", url: "/staff/concerns" },
  trial: { title: "My IRO: a test", body: "Sent by whoever runs it. Nothing has happened.", url: "/staff/" },
  waiting: { title: "My IRO: somebody is waiting for you", body: "Sign in to see who.", url: "/staff/" },
};

function notice(event) {
  const code = event.data ? event.data.text() : "concern";
  return NOTICES[code] ? [code, NOTICES[code]] : ["concern", NOTICES.concern];
}

self.addEventListener("push", (event) => {
  const [code, { title, body }] = notice(event);
  event.waitUntil(
    self.registration.showNotification(title, { body, tag: code, renotify: true, requireInteraction: true, data: code }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { url } = NOTICES[event.notification.data] ?? NOTICES.concern;
  event.waitUntil(self.clients.openWindow(url));
});
