// Keeps the concern queue live: the server says when it looks different, and sends how it looks now.
// When the line is lost, the page says so loudly: an officer must never trust a page that stands still.

const place = document.querySelector("[data-live]");
const state = document.querySelector("[data-live-state]");
const lost = document.querySelector("[data-live-lost]");
const said = document.querySelector("[data-live-said]");
const bell = document.querySelector("[data-sound]");
const title = document.title.replace(/^\(\d+\) /, "");
const PATIENCE = 15000;

let audio = null;
let known = waiting();
let heard = Date.now();

function waiting() {
  const queue = place.querySelector("[data-waiting]");
  return { all: Number(queue.dataset.waiting), urgent: Number(queue.dataset.urgent) };
}

function show(html) {
  const focused = document.activeElement?.closest("[data-live] a")?.getAttribute("href");
  place.innerHTML = html;
  if (focused) place.querySelector(`a[href="${CSS.escape(focused)}"], a[href="${focused}"]`)?.focus();
  const now = waiting();
  document.title = now.all ? `(${now.all}) ${title}` : title;
  if (now.all > known.all || now.urgent > known.urgent) announce(now);
  known = now;
}

function announce(now) {
  said.textContent = now.urgent
    ? `New concern. ${now.all} not taken, ${now.urgent} of them urgent.`
    : `New concern. ${now.all} not taken.`;
  if (audio) ring(now.urgent ? 3 : 1);
}

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

bell.hidden = false;
bell.addEventListener("click", () => {
  audio = audio ? null : new AudioContext();
  bell.textContent = audio ? "Turn the sound off" : "Turn the sound on";
  if (audio) ring(1);
});

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
