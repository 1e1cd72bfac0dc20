// The child's chat: puts the parts of the page together.

import { tellAgain } from "./bell.js";
import { Connection, ask, openPrivately } from "./connection.js";
import { Device } from "./device.js";
import { armQuickExits, left } from "./exit.js";
import { Player, face, fromDevice } from "./files.js";
import { Install } from "./install.js";
import { Listening } from "./listen.js";
import { Idle, LockScreen, gone } from "./lock.js";
import { Log, icon } from "./log.js";
import { Unsent, newId } from "./unsent.js";
import { Recorder } from "./voice.js";

const LONG = 4000;
const LONGEST = 20000;
const PATIENCE = 1500;
// The button of the conversation that opens "this device".
const SHOW_LOCK = "show_lock";
const PRIVATE = location.pathname === "/telegram/app";
let byCard = false;

const part = (id) => document.getElementById(id);
const text = part("text");
const word = (id) => about.words[id];
let about = JSON.parse(part("about").textContent);
part("about").remove(); // it may hold a name, and the page may be locked later

const unsent = new Unsent({ keep: !PRIVATE });
const player = new Player();
const listening = new Listening(() => log.soon());
const log = new Log({
  box: part("log"),
  scroll: part("scroll"),
  newer: part("newer"),
  about: () => about,
  listening,
  player,
  tapped: (choice, label) => {
    send({ choice, label });
    if (choice === SHOW_LOCK) device.open();
  },
  change: (frame) => changing(frame),
  takeBack: (frame) => send({ replaces: frame.id, take_back: true, label: "" }),
});
const connection = new Connection({
  unsent,
  heard: {
    begun: meet,
    frames: (frames) => {
      part("starting").hidden = true;
      log.show(frames);
      // The IRO's name appears once the child has been asked whether they know it.
      if (about.linked && !about.iro && frames.some((frame) => frame.from !== "child")) meet();
    },
    reset: () => {
      log.startAnew();
      meet();
    },
    kept: (id) => {
      log.mark(id, "kept");
      if (helpWritten.delete(id)) lock.kept();
    },
    refused: (id) => log.mark(id, "refused"),
    state: connected,
    locked: putAway,
    gone: () => (PRIVATE ? closed() : gone()),
  },
});

// --- locked

const helpWritten = new Set();
const lock = new LockScreen({
  word,
  opened: () => connection.unlock(),
  write: (entry) => {
    helpWritten.add(entry.id);
    unsent.add(entry);
    connection.flush();
  },
});
const install = new Install({ offer, keep: !PRIVATE });
const device = new Device({ about: () => about, meet, lockNow, install, word });
new Idle({ minutes: () => (about.device.lock ? about.device.minutes : 0), lock: lockNow });

function closed() {
  log.putAway();
  part("starting").hidden = false;
  part("starting").textContent = word("private-closed");
}

// Nothing of what was said stays in the page, nor who it was said to.
function putAway(kind) {
  lock.show(kind);
  log.putAway();
  text.value = unsent.draft = "";
  about = { ...about, iro: null, standing_in: "", linked: false, words: { ...about.words, read: "", "iro-line": "" } };
  dress();
}

// On the screen at once; the service hears of it as soon as it can.
async function lockNow() {
  putAway(about.device.lock || "wait");
  left.set();
  await tellLeft();
}

// Whether this browser was left and the service does not know: until it does nothing is shown.
async function tellLeft() {
  if (!left.get()) return;
  try {
    const { locked } = await ask("POST", "/chat/exit", {});
    left.clear();
    if (locked) connection.lock(locked);
    else if (lock.kind) {
      lock.hide();
      connection.unlock();
    }
  } catch {
    connection.lock("wait");
    connected("off");
    setTimeout(tellLeft, 3000);
  }
}

document.addEventListener("visibilitychange", () => connection.looking(document.visibilityState === "visible"));

// Where the browser would put it on the phone, and the phone is the child's own.
function offer() {
  part("offer").hidden = !(install.unasked && about.linked && about.device.own);
}

part("offer-yes").addEventListener("click", () => {
  part("offer").hidden = true;
  install.ask();
});
part("offer-no").addEventListener("click", () => {
  part("offer").hidden = true;
  install.notNow();
});

function send({ label, ...what }) {
  const entry = { id: newId(), at: new Date().toISOString(), label: label ?? what.text ?? "", ...what };
  unsent.add(entry);
  log.wait(entry);
  connection.flush();
}

function connected(state) {
  for (const strip of document.querySelectorAll(".lost")) strip.hidden = state === "on";
}

// Who the child is talking to, and in which words.
async function meet() {
  try {
    about = await ask("GET", "/chat/who");
  } catch {
    return; // the page has what it was made with, and asks again after the next reset or reload
  }
  dress();
  offer();
  tellAgain(about.device).catch(() => {});
}

function dress() {
  document.documentElement.lang = about.lang;
  document.documentElement.dir = about.dir;
  document.documentElement.dataset.band = about.band;
  for (const worded of document.querySelectorAll("[data-word]")) worded.textContent = about.words[worded.dataset.word];
  part("text").placeholder = about.words["write-here"];
  const { iro, words } = about;
  part("name").textContent = iro ? iro.first_name : words.product;
  part("role").textContent = iro ? words["iro-role"] : about.authority;
  part("line").textContent = iro?.line ?? about.standing_in;
  part("line").hidden = !part("line").textContent;
  part("face").replaceChildren(...face(iro?.face, iro ? iro.initials : icon("talk")));
  part("wrong-card").hidden = !byCard || about.linked || !connection.begun;
  document.querySelector("[data-opens=device]").hidden = PRIVATE;
  log.soon();
}

// --- writing

function fit() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + text.offsetHeight - text.clientHeight}px`;
  const length = text.value.length;
  part("counter").textContent = length >= LONGEST ? about.words["too-long"] : length > LONG ? about.words.long : "";
}

text.value = unsent.draft;
text.addEventListener("input", () => {
  if (!instead) unsent.draft = text.value;
  fit();
});
text.addEventListener("keydown", (event) => {
  // On a keyboard Enter sends and Shift+Enter begins a line; on a phone Enter begins a line, the button sends.
  const keyboard = matchMedia("(hover: hover) and (pointer: fine)").matches;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && keyboard) {
    event.preventDefault();
    part("write").requestSubmit();
  }
});
part("write").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!text.value.trim()) return;
  send(instead ? { text: text.value, replaces: instead } : { text: text.value });
  changing(null);
  text.focus();
});

// The message whose words are being changed, by its id; the box holds them until they are sent or left.
let instead = null;

function changing(frame) {
  instead = frame?.id ?? null;
  part("changing").hidden = !frame;
  text.value = frame?.text ?? "";
  unsent.draft = "";
  fit();
  if (frame) text.focus();
}
part("changing-leave").addEventListener("click", () => {
  changing(null);
  text.focus();
});
for (const button of document.querySelectorAll("[data-choice]")) {
  button.addEventListener("click", () => send({ choice: button.dataset.choice, label: button.textContent.trim() }));
}

new Recorder({
  button: part("record"),
  panel: part("voice"),
  player,
  words: () => about.words,
  longest: () => about.voice_seconds,
  send: (file) => send({ file }),
});
part("draw")?.addEventListener("click", () => part("drawing").click());
part("drawing")?.addEventListener("change", async ({ target }) => {
  const [chosen] = target.files;
  target.value = "";
  if (!chosen) return;
  try {
    send({ file: await fromDevice(chosen, about.most_bytes) });
  } catch {
    part("counter").textContent = about.words["picture-too-large"];
  }
});

// --- the screen

armQuickExits();
// iPhones lay the keyboard over the page: what must stay in reach moves above it.
const seen = window.visualViewport;
seen?.addEventListener("resize", () => {
  if (seen.scale === 1) document.documentElement.style.setProperty("--height", `${seen.height}px`);
});

// --- begin

// The card stands behind the #, so that no server or proxy on the way is told it. In the address bar it would be
// read by whoever looks at the screen or the history next.
const fragment = new URLSearchParams(location.hash.slice(1));
const invite = fragment.get("card") ?? undefined;
if (location.hash) history.replaceState(null, "", location.pathname);
byCard = Boolean(invite);
part("wrong-card").addEventListener("click", () => part("not-me").click());
part("starting").hidden = false;
fit();
if (about.locked) putAway(about.locked);
dress();
if (PRIVATE) {
  // Inside Telegram: what Telegram signed stands behind the #. Its own script is not needed to read that.
  openPrivately(fragment.get("tgWebAppData") ?? "").then(
    () => connection.run({}),
    () => (part("starting").textContent = about.words["private-closed"]),
  );
} else {
  // A browser that is slow with what it kept, or never answers, must not keep anybody from the chat.
  const kept = unsent.ready.then(() => {
    if (!lock.kind && !left.get()) for (const entry of unsent.shown) log.wait(entry);
    connection.flush();
  });
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  await tellLeft();
  connection.run({ invite, lang: navigator.language });
}
