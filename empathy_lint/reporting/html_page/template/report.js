"use strict";
(() => {
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const form = one("filters");
  const card = one("card");
  if (!form) return;

  const GRAVITY = { info: 1, minor: 2, major: 3, critical: 4 };
  const messages = all(".message").map((element) => {
    const id = element.id.slice(1);
    const notes = new Map(all(".note", element).map((note) => [note.id.split("-")[1], note]));
    return { element, notes, marks: all(".mark", element), id };
  });
  const notesOf = (mark) => {
    const message = mark.closest(".message").id.slice(1);
    return mark.dataset.findings.split(" ").map((number) => one(`f${message}-${number}`));
  };

  // Filters: a finding that does not fit is hidden, a message with none left, too.
  const lowered = new Map();
  const textOf = (element) => {
    if (!lowered.has(element)) lowered.set(element, element.textContent.toLowerCase());
    return lowered.get(element);
  };
  const filter = () => {
    const text = one("by-text").value.trim().toLowerCase();
    const severity = one("by-severity").value;
    const dimension = one("by-dimension").value;
    const rule = one("by-rule").value;
    const failing = one("only-failing").checked;
    const picky = Boolean(severity || dimension || rule);
    let shownMessages = 0;
    let shownFindings = 0;
    for (const { element, notes, marks } of messages) {
      let left = 0;
      for (const note of notes.values()) {
        const fits =
          (!severity || GRAVITY[note.dataset.severity] >= GRAVITY[severity]) &&
          (!dimension || note.dataset.dimension === dimension) &&
          (!rule || note.dataset.rule === rule);
        note.hidden = !fits;
        left += fits;
      }
      for (const mark of marks) {
        const off = notesOf(mark).every((note) => note.hidden);
        mark.classList.toggle("off", off);
      }
      const shown =
        (!failing || "fails" in element.dataset) && (!picky || left > 0) && (!text || textOf(element).includes(text));
      element.hidden = !shown;
      shownMessages += shown;
      shownFindings += shown ? left : 0;
    }
    const said = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
    one("shown").textContent = `${said(shownMessages, "message")} and ${said(shownFindings, "finding")} shown.`;
    one("nothing").hidden = shownMessages > 0;
    close();
  };
  for (const kind of ["input", "change"]) form.addEventListener(kind, filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  for (const button of all("[data-pick]")) {
    button.addEventListener("click", () => {
      one("by-rule").value = button.dataset.pick;
      filter();
      one("messages").scrollIntoView();
      one("by-rule").focus({ preventScroll: true });
    });
  }
  one("more-rules")?.addEventListener("click", (event) => {
    for (const row of all(".tally .more")) row.hidden = false;
    event.target.remove();
  });
  one("unfold").addEventListener("click", (event) => {
    const open = event.target.textContent === "Unfold all";
    for (const { element } of messages) element.open = open;
    event.target.textContent = open ? "Fold all" : "Unfold all";
  });

  // The card beside a mark: why, what instead, what to try.
  let owner = null;
  function close() {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }
  const show = (mark) => {
    if (mark.classList.contains("off")) return;
    if (owner === mark) return;
    close();
    card.replaceChildren();
    for (const note of notesOf(mark).filter((each) => !each.hidden)) {
      const title = document.createElement("p");
      title.className = "title";
      title.textContent = `${note.querySelector("summary b").textContent} · ${note.dataset.severity}`;
      const told = note.querySelector(".told").cloneNode(true);
      told.querySelector(".words")?.remove();
      card.append(title, told);
    }
    owner = mark;
    mark.setAttribute("aria-describedby", "card");
    card.hidden = false;
    // The line of the words that is nearest the pointer would jump about; the last line stays put.
    const box = [...mark.getClientRects()].pop() ?? mark.getBoundingClientRect();
    const space = document.documentElement.clientWidth - card.offsetWidth - 16;
    const above = box.bottom + card.offsetHeight + 12 > innerHeight && box.top > card.offsetHeight + 12;
    const first = mark.getClientRects()[0] ?? box;
    const top = above ? first.top - card.offsetHeight - 8 : box.bottom + 8;
    card.style.left = `${Math.max(16, Math.min(box.left, space)) + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };
  let leaving = 0;
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (owner !== document.activeElement) close();
    }, 200);
  };
  const markOf = (event) => event.target.closest?.(".mark");
  document.addEventListener("mouseover", (event) => {
    const mark = markOf(event);
    if (mark || card.contains(event.target)) clearTimeout(leaving);
    if (mark) show(mark);
  });
  document.addEventListener("mouseout", (event) => {
    if (markOf(event) || card.contains(event.target)) leave();
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    else if (!card.contains(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (!mark) {
      if (!card.contains(event.target)) close();
      return;
    }
    event.preventDefault();
    for (const note of notesOf(mark)) note.open = true;
    mark.focus({ preventScroll: true });
    show(mark);
  });

  // Keys. From mark to mark, also in folded messages, and to notes about whole messages.
  const visible = (element) => !element.hidden && !element.classList.contains("off");
  const stops = () =>
    messages
      .filter(({ element }) => !element.hidden)
      .flatMap(({ marks, notes }) => [
        ...marks.filter((mark) => mark.tabIndex >= 0 && visible(mark)),
        ...[...notes.values()].filter((note) => note.querySelector(".words") === null && visible(note)),
      ]);
  const go = (step) => {
    const rows = stops();
    if (!rows.length) return;
    const active = document.activeElement;
    const at = rows.indexOf(active.closest(".mark") ?? active.closest(".note"));
    let next = at + step;
    if (at < 0) {
      // Not on a finding: the nearest one after, or before, where the reader is.
      const after = rows.findIndex((row) => active.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);
      next = step > 0 ? Math.max(after, 0) : (after < 0 ? rows.length : after) - 1;
    }
    const row = rows[(next + rows.length) % rows.length];
    row.closest(".message").open = true;
    if (row.matches(".note")) row.open = true;
    const target = row.matches(".note") ? row.querySelector("summary") : row;
    target.scrollIntoView({ block: "center", behavior: "instant" });
    target.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      close();
      return;
    }
    const mark = document.activeElement.closest(".mark");
    const arrow = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const letter = { j: 1, k: -1 }[event.key];
    const typing = document.activeElement.matches("input:not([type=checkbox]), select, textarea");
    if (mark && arrow) go(arrow);
    else if (typing || !one("keys").checked) return;
    else if (letter) go(letter);
    else if (event.key === "/") one("by-text").focus();
    else return;
    event.preventDefault();
  });

  // A link to a message or a finding opens it; on paper everything is open.
  const openTarget = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const message = target && target.closest(".message");
    if (!message) return;
    message.open = true;
    if (target.matches(".note")) target.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", openTarget);
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])").filter((element) => !element.matches(".sum"));
    for (const element of folded) element.open = true;
  });
  addEventListener("afterprint", () => {
    for (const element of folded) element.open = false;
  });

  filter();
  openTarget();
})();
