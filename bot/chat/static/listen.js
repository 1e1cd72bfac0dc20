// Reading a message aloud, where the device has a voice of its own.

const VOICES = window.speechSynthesis;

// Only voices that live on the device: the others send the words to a company.
function voiceFor(lang) {
  const own = VOICES ? VOICES.getVoices().filter((voice) => voice.localService) : [];
  const base = lang.split("-")[0];
  return own.find((voice) => voice.lang === "en-GB" && base === "en") ?? own.find((voice) => voice.lang.startsWith(base));
}

export class Listening {
  // changed is called when voices arrive or speaking starts or stops.
  constructor(changed) {
    this.changed = changed;
    this.speaking = null;
    VOICES?.addEventListener?.("voiceschanged", changed);
    addEventListener("pagehide", () => VOICES?.cancel());
  }

  can(lang) {
    return Boolean(voiceFor(lang));
  }

  toggle(id, text, lang) {
    const stop = this.speaking === id;
    VOICES.cancel();
    this.speaking = stop ? null : id;
    if (!stop) this.say(id, text, lang);
    this.changed();
  }

  say(id, text, lang) {
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.voice = voiceFor(lang);
    spoken.lang = spoken.voice.lang;
    spoken.rate = 0.95;
    spoken.onend = spoken.onerror = () => {
      if (this.speaking === id) this.speaking = null;
      this.changed();
    };
    VOICES.speak(spoken);
  }
}
