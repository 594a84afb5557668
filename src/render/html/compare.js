"use strict";
for (const table of document.querySelectorAll("table.plans")) {
  const body = table.tBodies[0];
  table.querySelectorAll("thead th").forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const falls = heading.getAttribute("aria-sort") === "ascending";
      table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", falls ? "descending" : "ascending");
      const key = (row) => row.cells[column]?.dataset.key ?? row.cells[column]?.textContent ?? "";
      // Figures first, then words, then what is empty, in either direction: what is not known comes last.
      const rank = (text) => (text === "" ? 2 : Number.isNaN(Number(text)) ? 1 : 0);
      const compare = (one, other) => {
        const [a, b] = [key(one), key(other)];
        if (rank(a) !== rank(b)) return rank(a) - rank(b);
        const order = rank(a) === 0 ? Number(a) - Number(b) : a.localeCompare(b);
        return falls ? -order : order;
      };
      body.append(...[...body.rows].sort(compare));
    });
  });
}
