// Keeps the concern queue live: the server says when it looks different, and sends how it looks now.
// When the line is lost, the page says so loudly: an officer must never trust a page that stands still.

const place = document.querySelector("[data-live]");
const state = document.querySelector("[data-live-state]");
const lost = document.querySelector("[data-live-lost]");
const said = document.querySelector("[data-live-said]");
const bell = document.querySelector("[data-sound]");
const title = document.title.replace(/^\(\d+\) /, "");
const PATIENCE = 15000;

const WANTS_SOUND = "my-iro-sound";
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

let audio = null;
let known = waiting();
let heard = Date.now();
let flashing = 0;

function waiting() {
  const queue = place.querySelector("[data-waiting]");
  return { all: Number(queue.dataset.waiting), urgent: Number(queue.dataset.urgent) };
}

function show(html) {
  const focused = document.activeElement?.closest("[data-live] a")?.getAttribute("href");
  place.innerHTML = html;
  if (focused) place.querySelector(`a[href="${CSS.escape(focused)}"], a[href="${focused}"]`)?.focus();
  const now = waiting();
  entitle(now.all);
  const more = now.all > known.all || now.urgent > known.urgent;
  known = now;
  if (more) announce(now);
}

// The number alone, never a word of what it is: others may see the tab.
function entitle(number, lit = false) {
  document.title = number ? `${lit ? "● " : ""}(${number}) ${title}` : title;
}

function announce(now) {
  said.textContent = now.urgent
    ? `New concern. ${now.all} not taken, ${now.urgent} of them urgent.`
    : `New concern. ${now.all} not taken.`;
  if (audio) ring(now.urgent ? 3 : 1);
  flash();
}

// The tab blinks once a second until somebody looks at it; where less movement is wished for, it is marked and stays so.
function flash() {
  clearInterval(flashing);
  if (!document.hidden) return;
  let lit = true;
  entitle(known.all, lit);
  if (STILL.matches) return;
  flashing = setInterval(() => {
    lit = !lit;
    entitle(known.all, lit);
  }, 1000);
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  clearInterval(flashing);
  entitle(known.all);
});

function ring(times) {
  for (let n = 0; n < times; n += 1) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + n * 0.35;
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.2, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.3);
  }
}

function alive() {
  heard = Date.now();
  lost.hidden = true;
  state.textContent = "This page is live: a new concern appears by itself.";
}

function sound(on) {
  audio = on ? new AudioContext() : null;
  bell.textContent = on ? "Turn the sound off" : "Turn the sound on";
  bell.setAttribute("aria-pressed", String(on));
  localStorage.setItem(WANTS_SOUND, on ? "yes" : "no");
}

bell.hidden = false;
bell.addEventListener("click", () => {
  sound(!audio);
  if (audio) ring(1);
});

// Who wanted the sound yesterday wants it today. A browser stays silent until the page is touched once: it is asked for.
if (localStorage.getItem(WANTS_SOUND) === "yes") {
  sound(true);
  const wake = () => audio?.resume();
  addEventListener("pointerdown", wake);
  addEventListener("keydown", wake);
  if (audio.state === "suspended") {
    bell.textContent = "Sound is on, and silent until you press a key or this button";
    audio.addEventListener("statechange", () => audio && (bell.textContent = "Turn the sound off"));
  }
}

const source = new EventSource(place.dataset.live);
source.addEventListener("open", alive);
source.addEventListener("queue", (event) => {
  alive();
  show(event.data);
});
source.addEventListener("alive", alive);
setInterval(() => {
  if (source.readyState === EventSource.CLOSED || Date.now() - heard > PATIENCE) {
    lost.hidden = false;
    state.textContent = "";
  }
}, 1000);
