// Recording a voice note. The browser asks for the microphone when the child taps, never before; what was recorded
// is heard, sent or thrown away by the child, and the microphone is let go as soon as it stops.

const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const BITS = 24000;
const HELD = 350;

export class Recorder {
  // button: record or stop; panel: what stands above the writing; words(): by id; longest(): seconds; send(file)
  constructor({ button, panel, words, longest, send, player }) {
    Object.assign(this, { button, panel, words, longest, send, player });
    this.part = (name) => panel.querySelector(`[data-voice="${name}"]`);
    this.recording = null;
    this.made = null;
    this.part("stop").addEventListener("click", () => this.stop());
    this.part("delete").addEventListener("click", () => this.forget());
    this.part("send").addEventListener("click", () => this.go());
    button.addEventListener("pointerdown", () => this.pressed());
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) button.addEventListener(end, () => this.released());
    button.addEventListener("click", () => (this.held ? (this.held = false) : this.tapped()));
    addEventListener("pagehide", () => this.forget());
  }

  // Who holds the button while speaking ends by letting go.
  pressed() {
    this.held = false;
    clearTimeout(this.pressing);
    if (!this.recording) this.pressing = setTimeout(() => (this.held = true) && this.tapped(), HELD);
  }

  released() {
    clearTimeout(this.pressing);
    if (this.held) this.stop();
  }

  // A tap begins and another ends.
  async tapped() {
    if (this.recording) {
      this.stop();
      return;
    }
    this.forget();
    if (!window.MediaRecorder || !navigator.mediaDevices?.getUserMedia) {
      this.say("voice-unsupported");
      return;
    }
    this.say("voice-asking");
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (error) {
      this.say(error.name === "NotFoundError" ? "voice-no-microphone" : "voice-denied");
      return;
    }
    this.begin(stream);
  }

  begin(stream) {
    const type = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
    const recorder = new MediaRecorder(stream, { ...(type ? { mimeType: type } : {}), audioBitsPerSecond: BITS });
    const pieces = [];
    recorder.ondataavailable = ({ data }) => data.size && pieces.push(data);
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      clearInterval(this.ticking);
      const seconds = Math.max(1, Math.round((performance.now() - this.since) / 1000));
      if (this.recording === recorder) this.ready(new Blob(pieces, { type: recorder.mimeType }), seconds);
    };
    this.recording = recorder;
    this.since = performance.now();
    this.say("voice-recording", "stop");
    this.button.setAttribute("aria-pressed", "true");
    this.ticking = setInterval(() => this.tick(), 250);
    this.tick();
    recorder.start(1000);
  }

  tick() {
    const seconds = Math.floor((performance.now() - this.since) / 1000);
    this.part("time").textContent = `${length(seconds)} / ${length(this.longest())}`;
    if (seconds >= this.longest()) this.stop();
  }

  stop() {
    if (this.recording?.state === "recording") this.recording.stop();
  }

  ready(blob, seconds) {
    this.recording = null;
    this.button.setAttribute("aria-pressed", "false");
    this.made = { blob, seconds, url: URL.createObjectURL(blob) };
    this.say(seconds >= this.longest() ? "voice-full" : "voice-ready", "send", "delete");
    this.part("time").textContent = "";
    this.part("listen").replaceChildren(this.player.button({ ...this.made, kind: "voice" }, this.words()));
    this.part("send").focus();
  }

  async go() {
    const { blob, seconds } = this.made;
    const data = await asText(blob);
    this.forget();
    this.send({ kind: "voice", mime: blob.type, seconds, data });
  }

  forget() {
    const recorder = this.recording;
    this.recording = null;
    if (recorder?.state === "recording") recorder.stop();
    this.button.setAttribute("aria-pressed", "false");
    this.player.silence();
    if (this.made) URL.revokeObjectURL(this.made.url);
    this.made = null;
    this.panel.hidden = true;
    this.part("listen").replaceChildren();
  }

  // The line that says what happens, and the buttons that make sense now.
  say(word, ...buttons) {
    this.panel.hidden = false;
    this.part("line").textContent = this.words()[word];
    this.part("time").textContent = "";
    for (const name of ["stop", "send", "delete"]) this.part(name).hidden = !buttons.includes(name);
  }
}

export function length(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function asText(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

export function asBlob({ data, mime }) {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: mime });
}
