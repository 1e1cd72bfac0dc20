// The child's chat: puts the parts of the page together.

import { Connection, ask, openPrivately } from "./connection.js";
import { armQuickExit } from "./exit.js";
import { Player, face, fromDevice } from "./files.js";
import { Listening } from "./listen.js";
import { Log, icon } from "./log.js";
import { Unsent, newId } from "./unsent.js";
import { Recorder } from "./voice.js";

const LONG = 4000;
const LONGEST = 20000;

const part = (id) => document.getElementById(id);
let about = JSON.parse(part("about").textContent);

const unsent = new Unsent();
const player = new Player();
const listening = new Listening(() => log.soon());
const log = new Log({
  box: part("log"),
  scroll: part("scroll"),
  newer: part("newer"),
  about: () => about,
  listening,
  player,
  tapped: (choice, label) => send({ choice, label }),
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
    kept: (id) => log.mark(id, "kept"),
    refused: (id) => log.mark(id, "refused"),
    state: connected,
  },
});

function send({ label, ...what }) {
  const entry = { id: newId(), at: new Date().toISOString(), label: label ?? what.text ?? "", ...what };
  unsent.add(entry);
  log.wait(entry);
  connection.flush();
}

function connected(state) {
  part("lost").hidden = state === "on";
}

// Who the child is talking to, and in which words.
async function meet() {
  try {
    about = await ask("GET", "/chat/who");
  } catch {
    return; // the page has what it was made with, and asks again after the next reset or reload
  }
  document.documentElement.lang = about.lang;
  document.documentElement.dir = about.dir;
  document.documentElement.dataset.band = about.band;
  for (const worded of document.querySelectorAll("[data-word]")) worded.textContent = about.words[worded.dataset.word];
  part("text").placeholder = about.words["write-here"];
  const { iro, words } = about;
  part("name").textContent = iro ? iro.first_name : words.product;
  part("role").textContent = iro ? words["iro-role"] : about.authority;
  part("line").textContent = iro?.line ?? "";
  part("line").hidden = !iro;
  part("face").replaceChildren(...face(iro?.face, iro ? iro.initials : icon("talk")));
  log.soon();
}

// --- writing

const text = part("text");

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

armQuickExit(part("exit"));
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
part("starting").hidden = false;
for (const entry of unsent.entries) log.wait(entry);
fit();
if (location.pathname === "/telegram/app") {
  // Inside Telegram: what Telegram signed stands behind the #. Its own script is not needed to read that.
  openPrivately(fragment.get("tgWebAppData") ?? "").then(
    () => connection.run({}),
    () => (part("starting").textContent = about.words["private-closed"]),
  );
} else {
  connection.run({ invite, lang: navigator.language });
}
