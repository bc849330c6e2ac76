// The terminal measures its font once, so the font comes first; and it takes the keys as soon as it is painted.
const terminal = document.getElementById("terminal");
terminal.dataset.sessionWebsocketUrl = `ws://${location.host}/ws`;
terminal.dataset.fontSize = "16";

const start = window.onload;
window.onload = async (event) => {
  await Promise.allSettled(
    ["", "bold ", "italic ", "italic bold "].map((face) => document.fonts.load(`${face}16px "Roboto Mono"`)),
  );
  start(event);
};

new MutationObserver((_, observer) => {
  if (document.body.classList.contains("-first-byte")) {
    observer.disconnect();
    terminal.querySelector("textarea").focus();
  }
}).observe(document.body, { attributeFilter: ["class"] });

document.getElementById("again").addEventListener("click", () => location.replace("/"));
