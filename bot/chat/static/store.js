// What this browser keeps by itself: words that are not sent yet, and whose they are. No message that was sent.

const NAME = "page";

function opened() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("unsent", { keyPath: "n", autoIncrement: true }).createIndex("id", "id");
      asked.result.createObjectStore("kept");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

// Runs work on one store; resolves with what the request it returns found, once it is written.
async function on(name, mode, work) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const turn = database.transaction(name, mode);
      const request = work(turn.objectStore(name));
      turn.oncomplete = () => resolve(request?.result);
      turn.onerror = turn.onabort = () => reject(turn.error);
    });
  } finally {
    database.close();
  }
}

export const store = {
  all: () => on("unsent", "readonly", (entries) => entries.getAll()),
  add: (entry) => on("unsent", "readwrite", (entries) => entries.add(entry)),
  put: (entry) => on("unsent", "readwrite", (entries) => entries.put(entry)),
  remove: (id) =>
    on("unsent", "readwrite", (entries) => {
      entries.index("id").openKeyCursor(IDBKeyRange.only(id)).onsuccess = ({ target }) => {
        if (target.result) entries.delete(target.result.primaryKey);
      };
    }),
  get: (name) => on("kept", "readonly", (kept) => kept.get(name)),
  set: (name, value) => on("kept", "readwrite", (kept) => kept.put(value, name)),
  async clear() {
    await on("unsent", "readwrite", (entries) => entries.clear());
    await on("kept", "readwrite", (kept) => kept.clear());
  },
};
