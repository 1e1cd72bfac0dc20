// Quick exit: away in one tap, with nothing of the chat left in this tab.

export function armQuickExit(link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    // What is on the screen goes first: the next page may take seconds on a slow phone.
    document.documentElement.hidden = true;
    document.title = "";
    sessionStorage.clear();
    // replace: the back button leads to what was before the chat, not to the chat.
    location.replace(link.href);
  });
}
