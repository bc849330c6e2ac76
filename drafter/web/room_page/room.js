"use strict";

// The server answers when something is new; what it sends is escaped there.
async function follow() {
  const shown = document.getElementById("shown");
  let seen = "";
  for (;;) {
    try {
      const answer = await fetch(`/now?seen=${seen}`);
      if (!answer.ok) throw new Error(answer.statusText);
      const now = await answer.json();
      if (now.version !== seen) shown.innerHTML = now.html;
      seen = now.version;
      document.body.classList.remove("away");
    } catch {
      document.body.classList.add("away");
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

follow();
