// Answers follow what is typed; without this script a button asks for them. Nothing is kept.
"use strict";

(() => {
  const form = document.getElementById("facts");
  if (!form || !document.getElementById("answer-text")) return;
  const place = document.getElementById("answer-text");
  const status = document.getElementById("status");
  const told = document.getElementById("told");
  const pause = 350;
  let timer = 0;
  let asked = null;

  const data = () => {
    const pairs = new URLSearchParams();
    for (const [name, value] of new FormData(form)) pairs.append(name, value);
    pairs.set("lang", document.documentElement.lang);
    return pairs;
  };

  // What is wrong with a field is said at the field, as the server said it.
  const mark = (page) => {
    for (const field of form.querySelectorAll("input[id], select[id]")) {
      const theirs = page.getElementById(field.id);
      const said = document.getElementById(field.id + "-problem");
      const says = page.getElementById(field.id + "-problem");
      if (!theirs || field === document.activeElement && says) continue;
      if (said) said.remove();
      if (says) {
        const copy = document.importNode(says, true);
        field.insertAdjacentElement("afterend", copy);
        field.setAttribute("aria-invalid", "true");
      } else {
        field.removeAttribute("aria-invalid");
      }
      field.setAttribute("aria-describedby", theirs.getAttribute("aria-describedby") || "");
    }
  };

  const update = async () => {
    if (asked) asked.abort();
    asked = new AbortController();
    const signal = asked.signal;
    try {
      const reply = await fetch(form.action, { method: "POST", body: data(), signal, credentials: "same-origin" });
      const text = await reply.text();
      const page = new DOMParser().parseFromString(text, "text/html");
      const answer = page.getElementById("answer-text");
      if (signal.aborted || !answer) return;
      const opened = Array.from(place.querySelectorAll("details[open]"), (fold) => fold.id);
      place.replaceChildren(...Array.from(answer.childNodes, (node) => document.importNode(node, true)));
      for (const id of opened) {
        const fold = document.getElementById(id);
        if (fold) fold.open = true;
      }
      place.classList.remove("stale");
      mark(page);
      // The verdict and the number first: the whole answer read out at each key would drown who listens.
      const lines = place.querySelectorAll(".verdict-line, .number-line, .problems p, .problems li");
      told.textContent = Array.from(lines, (line) => line.textContent.trim()).join(" ");
      jump.textContent = (place.querySelector(".number-line") || lines[0] || jump).textContent.trim();
      lead();
    } catch (error) {
      // An answer that does not come leaves the button, which says why.
      if (error.name !== "AbortError") place.classList.add("stale");
    }
  };

  form.addEventListener("input", () => {
    place.classList.add("stale");
    clearTimeout(timer);
    timer = setTimeout(update, pause);
  });

  // Where the answer stands below the form, as on a phone, its number stays in sight and leads to it.
  const jump = document.getElementById("jump");
  let isSeen = false;
  const lead = () => { jump.hidden = isSeen || !jump.textContent; };
  new IntersectionObserver((seen) => {
    isSeen = seen[seen.length - 1].isIntersecting;
    lead();
  }).observe(document.getElementById("pane"));

  // A printer gets all of it.
  addEventListener("beforeprint", () => {
    for (const fold of place.querySelectorAll("details")) fold.open = true;
  });

  const print = document.getElementById("print");
  print.hidden = false;
  print.addEventListener("click", () => window.print());

  const copy = document.getElementById("copy");
  if (navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      const address = new URL(location.pathname, location.origin);
      address.searchParams.set("lang", document.documentElement.lang);
      await navigator.clipboard.writeText(address.href);
      status.textContent = copy.dataset.done;
    });
  }
})();
