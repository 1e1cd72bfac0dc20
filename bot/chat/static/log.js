// The conversation on the screen. Messages are keyed by id, so that nothing flickers and focus stays where it is.

import { drawn, face } from "./files.js";
import { canChange, ownMenu } from "./own.js";

const SOON = 16;

export class Log {
  // tapped(choice, label, messageId); change(frame), takeBack(frame): what the child does with their own message
  // listening: Listening; about(): the top bar and the words
  constructor({ box, scroll, newer, about, listening, player, tapped, change, takeBack }) {
    Object.assign(this, { box, scroll, newer, about, listening, player, tapped, change, takeBack });
    this.stored = new Map();
    this.waiting = new Map();
    this.nodes = new Map();
    this.anew = false;
    this.timer = 0;
    this.first = true;
    newer.addEventListener("click", () => {
      scroll.scrollBy({ top: scroll.clientHeight * 0.8 });
      scroll.focus({ preventScroll: true });
    });
    this.pinned = true;
    scroll.addEventListener("scroll", () => {
      this.pinned = this.atEnd();
      if (this.atEnd(4)) newer.hidden = true;
    }, { passive: true });
    // A keyboard that opens, or the strip, takes room: the last words stay in sight.
    new ResizeObserver(() => this.pinned && this.toEnd()).observe(scroll);
  }

  show(frames) {
    if (this.anew && frames.length) {
      this.stored.clear();
      this.anew = false;
    }
    for (const frame of frames) {
      if (frame.replaces) {
        this.putInPlace(frame);
        continue;
      }
      this.stored.set(frame.id, frame);
      if (frame.client_id && this.waiting.delete(frame.client_id)) this.adopt(frame);
    }
    this.soon();
  }

  // A new version stands where the first one stood.
  putInPlace({ replaces, client_id: own, text, lang, dir, changed_at, taken_back, read_at, read_by }) {
    this.waiting.delete(own);
    const first = this.stored.get(replaces);
    if (!first) return;
    const anew = first.text !== text || first.taken_back !== taken_back;
    Object.assign(first, { text, lang, dir, changed_at, taken_back, read_at, read_by });
    if (!anew) return;
    this.nodes.get(replaces)?.remove();
    this.nodes.delete(replaces);
  }

  // Nothing of it stays in the page.
  putAway() {
    this.stored.clear();
    this.waiting.clear();
    this.anew = false;
    this.first = true;
    this.draw();
    this.newer.hidden = true;
  }

  // The numbers start anew; what is on the screen stays until the first message comes again.
  startAnew() {
    this.anew = true;
  }

  wait(entry) {
    this.waiting.set(entry.id, { ...entry, state: "not-sent" });
    this.follow = true;
    this.soon();
  }

  mark(id, state) {
    const entry = this.waiting.get(id);
    if (entry) entry.state = state;
    this.soon();
  }

  // The bubble the child saw at once becomes the stored message, without being drawn a second time.
  adopt(frame) {
    const node = this.nodes.get(frame.client_id);
    if (!node) return;
    this.nodes.delete(frame.client_id);
    this.nodes.set(frame.id, node);
    if (canChange(frame)) this.offerChange(node, frame);
  }

  soon() {
    this.timer ||= setTimeout(() => {
      this.timer = 0;
      this.draw();
    }, SOON);
  }

  draw() {
    const wasAtEnd = this.atEnd();
    const stored = [...this.stored.values()].sort((one, other) => one.seq - other.seq);
    const waiting = [...this.waiting.values()].filter(({ replaces }) => !replaces).map(asFrame);
    const all = [...stored, ...waiting];
    const fresh = this.place(all);
    this.settle(all);
    const theirs = fresh.filter((node) => !node.classList.contains("child"));
    if (this.first && stored.length) this.begin(stored);
    else if (fresh.length && (wasAtEnd || this.follow)) this.toEnd(theirs[0]);
    this.newer.hidden = this.atEnd(4) || !(theirs.length || !this.newer.hidden);
    this.follow = false;
  }

  // A newcomer reads from the start what this is and who reads it; who comes back sees where they were.
  begin(stored) {
    this.first = false;
    if (stored.some(({ from }) => from === "child")) this.toEnd();
    else this.toEnd(this.nodes.get(stored[0].id));
    // From here on what arrives is read out; the history is not.
    setTimeout(() => this.box.setAttribute("aria-live", "polite"), 1000);
  }

  // Every message once, in order, with the day where it changes; returns the nodes that are new.
  place(all) {
    const fresh = [];
    const wanted = [];
    let day = "";
    for (const frame of all) {
      // What waits goes under the day before it: this device's clock may be wrong.
      const its = frame.state && day ? day : new Date(frame.at).toDateString();
      if (its !== day) wanted.push(this.node(`day ${its}`, () => dayLine(frame, this.about(), this.word)));
      day = its;
      wanted.push(this.node(frame.id, () => {
        const made = this.make(frame);
        fresh.push(made);
        return made;
      }));
    }
    const keep = new Set(wanted);
    for (const [id, node] of this.nodes) if (!keep.has(node)) this.nodes.delete(id) && node.remove();
    let here = this.box.firstChild;
    for (const node of wanted) {
      if (node === here) here = here.nextSibling;
      else this.box.insertBefore(node, here);
    }
    return fresh;
  }

  node(id, make) {
    if (!this.nodes.has(id)) this.nodes.set(id, make());
    return this.nodes.get(id);
  }

  make(frame) {
    const node = element("article", `message ${frame.from}`);
    const said = element("div", frame.taken_back ? "bubble gone" : "bubble");
    const text = element("p", "text", frame.taken_back ? this.whatBecame("gone", frame) : this.wordsOf(frame));
    text.lang = frame.taken_back ? document.documentElement.lang : frame.lang;
    text.dir = frame.taken_back ? "auto" : frame.dir;
    said.append(text, ...(frame.taken_back ? [] : drawn(frame, this.player, this.about().words)));
    const listen = element("button", "listen");
    listen.type = "button";
    listen.append(icon("sound"), element("span", "", ""));
    listen.addEventListener("click", () => this.listening.toggle(frame.id, text.textContent, text.lang));
    said.append(listen);
    node.append(this.label(frame), said);
    if (frame.changed_at && !frame.taken_back) node.append(element("p", "changed", this.whatBecame("changed", frame)));
    if (frame.choices?.length) node.append(this.choices(frame));
    if (frame.from === "child") node.append(element("p", "state"));
    if (canChange(frame)) this.offerChange(node, frame);
    return node;
  }

  offerChange(node, frame) {
    const { open, menu } = ownMenu(frame, this.word, {
      change: () => this.change(frame),
      takeBack: () => this.takeBack(frame),
    });
    const line = element("div", "under");
    line.append(open, node.querySelector(".state"));
    node.append(line, menu);
  }

  whatBecame(what, { from, name }) {
    if (from === "child") return this.word(what === "gone" ? "own-gone" : "own-changed");
    return this.word(what === "gone" ? "their-gone" : "their-changed").replace("{who}", name ?? "");
  }

  // A button of the page itself is kept under its id; the child sees the word that stands on it.
  wordsOf({ text, choice }) {
    return (choice && text === choice && this.word(choice.replaceAll("_", "-"))) || text;
  }

  // The computer and a person are never to be mistaken: a person has a face, a job and a time, and it is said.
  label({ from, name, job, initials, at, face: theirs }) {
    const label = element("p", "label");
    if (from === "child") label.append(this.worded("unseen", "you"));
    else {
      const made = element("span", "face small");
      if (from !== "bot") made.append(...face(theirs, (initials ?? name ?? "?").slice(0, 2)));
      if (from === "bot") made.append(icon("computer"));
      made.setAttribute("aria-hidden", "true");
      const own = from === "iro" && (!this.about().iro || this.about().iro.first_name === name);
      const role = own ? this.word("iro-role") : job || this.word("duty");
      label.append(made, from === "bot" ? this.worded("", "computer") : `${name ?? ""}, ${role}`);
      if (from !== "bot") label.append(element("span", "human", this.word("a-person")), timeOf(at));
    }
    return label;
  }

  // A word of the page that follows when the language becomes known, or changes.
  worded(kind, id) {
    const said = element("span", kind, this.word(id));
    said.dataset.word = id;
    return said;
  }

  choices(frame) {
    const group = element("div", "choices");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", this.word("choices"));
    group.lang = frame.lang;
    group.dir = frame.dir;
    for (const { id, label, symbol } of frame.choices) {
      const button = element("button", "choice");
      button.type = "button";
      button.dataset.id = id;
      if (symbol) {
        const drawn = element("span", "symbol", symbol);
        drawn.setAttribute("aria-hidden", "true");
        button.append(drawn);
      }
      button.append(element("span", "words", label));
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") !== "true") this.tapped(id, label, frame.id);
      });
      group.append(button);
    }
    return group;
  }

  // What depends on the neighbours: who begins to speak, which buttons still count, what has been read.
  settle(all) {
    const chosen = chosenIn(all);
    const asking = all.findLast((frame) => frame.choices?.length);
    const own = all.filter((frame) => frame.from === "child");
    const lastRead = own.findLast((frame) => frame.read_at);
    all.forEach((frame, number) => {
      const node = this.nodes.get(frame.id);
      const before = all[number - 1];
      const goesOn = before && before.from === frame.from && before.name === frame.name;
      node.classList.toggle("goes-on", Boolean(goesOn));
      this.settleListen(node, frame);
      if (frame.choices?.length) this.settleChoices(node, frame, chosen.get(frame.id), frame === asking);
      if (frame.from === "child") this.settleState(node, frame, frame === own.at(-1), frame === lastRead);
    });
  }

  settleListen(node, { id, lang, text }) {
    const button = node.querySelector(".listen");
    const speaking = this.listening.speaking === id;
    button.hidden = !text || !this.listening.can(lang);
    button.querySelector("span").textContent = this.word(speaking ? "listen-stop" : "listen");
    button.setAttribute("aria-pressed", String(speaking));
  }

  settleChoices(node, frame, chosen, asking) {
    const over = Boolean(chosen) || !asking;
    node.querySelector(".choices").classList.toggle("over", over);
    for (const button of node.querySelectorAll(".choice")) {
      const taken = button.dataset.id === chosen;
      button.setAttribute("aria-disabled", String(over));
      if (taken && !button.classList.contains("chosen")) {
        button.classList.add("chosen");
        button.append(icon("tick"), element("span", "unseen", this.word("chosen")));
      }
    }
  }

  settleState(node, { state, files, read_at: readAt, read_by: readBy }, last, lastRead) {
    const line = node.querySelector(".state");
    const heard = files?.some((file) => file.heard);
    const now = state ?? (heard ? "voice-heard" : readAt ? "read" : "kept");
    const said = ["not-sent", "refused", "voice-heard"].includes(now);
    const shown = said ? now : lastRead ? "read" : last ? "kept" : "tick";
    if (line.dataset.shown === shown + now) return;
    line.dataset.shown = shown + now;
    const words = now === "read" ? this.readWords(readAt, readBy) : this.word(now);
    const word = shown === "tick" ? element("span", "unseen", words) : words;
    const drawn = shown === "not-sent" ? "clock" : shown === "refused" ? "" : "tick";
    line.replaceChildren(...(drawn ? [icon(drawn)] : []), word);
    node.classList.toggle("not-sent", shown === "not-sent");
  }

  readWords(at, by) {
    const other = by && by !== this.about().iro?.first_name;
    const read = other ? this.word("read-by").replace("{who}", by) : this.word("read");
    return `${read} · ${dayOf(at, this.about(), this.word)}`;
  }

  word = (id) => this.about().words[id];

  atEnd(within = 80) {
    return this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < within;
  }

  // To the end, but never past the beginning of what is new.
  toEnd(from) {
    const end = this.scroll.scrollHeight - this.scroll.clientHeight;
    const start = from ? from.offsetTop - this.scroll.offsetTop - 12 : end;
    this.scroll.scrollTop = Math.min(end, Math.max(start, 0));
  }
}

function asFrame({ id, label, at, choice, state, file }) {
  const files = file ? [{ ...file, kind: file.kind === "voice" ? "voice" : "drawing" }] : [];
  return { id, from: "child", text: label, at, choice, state, files, lang: document.documentElement.lang, dir: "auto" };
}

// By message with buttons, the button that was tapped.
function chosenIn(all) {
  const chosen = new Map();
  let asking = null;
  for (const frame of all) {
    if (frame.chosen) chosen.set(frame.id, frame.chosen);
    if (frame.choices?.length) asking = frame;
    else if (asking && frame.choice && asking.choices.some(({ id }) => id === frame.choice)) {
      chosen.set(asking.id, chosen.get(asking.id) ?? frame.choice);
    }
  }
  return chosen;
}

function dayLine(frame, about, word) {
  return element("p", "day", dayOf(frame.at, about, word));
}

function timeOf(at) {
  const shown = element("time", "", new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }));
  shown.dateTime = at;
  return shown;
}

function dayOf(at, { lang }, word) {
  const day = new Date(at);
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(day).setHours(0, 0, 0, 0)) / 86400000);
  const written = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { weekday: "long", day: "numeric", month: "long" });
  return days === 0 ? word("today") : days === 1 ? word("yesterday") : written.format(day);
}

export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export function icon(name) {
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  drawn.setAttribute("class", "icon");
  drawn.setAttribute("aria-hidden", "true");
  drawn.append(use);
  return drawn;
}
