// Sorts and filters the table of plans. Without it the page says the same, in the order in which things are urgent.
(function () {
  "use strict";
  var table = document.querySelector("table.sortable");
  var place = document.getElementById("controls");
  if (!table || !place) { return; }
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });

  function labelled(text, control) {
    var label = document.createElement("label");
    label.appendChild(document.createTextNode(text + " "));
    label.appendChild(control);
    place.appendChild(label);
    return control;
  }
  function choice(text, values) {
    var select = document.createElement("select");
    ["all"].concat(values).forEach(function (value) {
      var option = document.createElement("option");
      option.value = value;
      option.textContent = value;
      select.appendChild(option);
    });
    select.addEventListener("change", filter);
    return labelled(text, select);
  }
  var search = document.createElement("input");
  search.type = "search";
  search.addEventListener("input", filter);
  labelled("Search", search);
  var verdict = choice("Verdict", ["available", "blocked", "unknown", "not read"]);
  var type = choice("Type", place.dataset.types.split("|"));
  var shown = document.createElement("p");
  shown.setAttribute("role", "status");
  place.appendChild(shown);

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row, index) {
      var fits = words.every(function (word) { return texts[index].indexOf(word) >= 0; }) &&
        (verdict.value === "all" || row.dataset.verdict === verdict.value) &&
        (type.value === "all" || row.dataset.type === type.value);
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = count + " of " + rows.length + " shown";
  }

  function key(row, column, kind) {
    var cell = row.cells[column];
    var text = cell.dataset.sort !== undefined ? cell.dataset.sort : cell.textContent.trim();
    if (kind === "text") { return text.toLowerCase(); }
    return text === "" ? null : Number(text);
  }
  function compare(one, other) {
    // What is not there stands last, whichever way is sorted.
    return one === other ? 0 : one < other ? -1 : 1;
  }
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  function sort(column, direction) {
    var kind = heads[column].dataset.kind;
    var keyed = rows.map(function (row) { return { row: row, key: key(row, column, kind) }; });
    keyed.sort(function (one, other) {
      if ((one.key === null) !== (other.key === null)) { return one.key === null ? 1 : -1; }
      return compare(one.key, other.key) * direction || one.row.dataset.rank - other.row.dataset.rank;
    });
    keyed.forEach(function (entry) { body.appendChild(entry.row); });
    heads.forEach(function (head, index) {
      head.setAttribute("aria-sort", index !== column ? "none" : direction > 0 ? "ascending" : "descending");
    });
  }
  heads.forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", function () {
      var first = head.dataset.kind === "text" ? 1 : -1;
      var now = head.getAttribute("aria-sort");
      var direction = now === "ascending" ? -1 : now === "descending" ? 1 : first;
      sort(column, direction);
    });
    head.textContent = "";
    head.appendChild(button);
  });
  filter();
}());
