/* Faden: keeps the page current and spares reloading. Everything also works without it. */
(function () {
  "use strict";
  var chat = document.getElementById("chat");
  var board = document.getElementById("board");
  var talk = document.getElementById("talk");
  var line = document.getElementById("line");
  var text = document.getElementById("text");
  var offline = document.getElementById("offline");
  var notice = document.getElementById("notice");
  if (!chat || !board || !talk || !line || !window.fetch || !window.DOMParser) { return; }

  var ask = { credentials: "same-origin", headers: { "Faden-Fragment": "1" } };
  var forum = encodeURIComponent(board.dataset.forum);
  var keptAs = "faden-line-" + chat.dataset.who;
  var patience = 1000;
  var running = { board: false, talk: false };
  var again = { board: false, talk: false };

  function freshRef() {
    var bytes = new Uint8Array(16);
    window.crypto.getRandomValues(bytes);
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    var hex = Array.prototype.map.call(bytes, function (b) {
      return ("0" + b.toString(16)).slice(-2);
    }).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  function print(node) {
    return node.outerHTML
      .replace(/(name="ref" value=")[^"]*/g, "$1")
      .replace(/ aria-disabled="true"/g, "")
      .replace(/ ?fresh/g, "")
      .replace(/ open=""/g, "")
      .replace(/ class=""/g, "");
  }

  function tell(sentence) {
    notice.textContent = sentence || "";
    notice.hidden = !sentence;
  }

  /* One request of a kind at a time; what comes meanwhile asks once more. */
  function refresh(kind, address, take) {
    if (running[kind]) { again[kind] = true; return Promise.resolve(); }
    running[kind] = true;
    return fetch(address, ask).then(function (answer) {
      if (answer.status === 403) { location.reload(); }
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.text();
    }).then(function (html) {
      take(new DOMParser().parseFromString(html, "text/html").body);
    }).then(function () {
      patience = 1000;
    }, function () {
      setTimeout(function () { refresh(kind, address, take); }, patience);
      patience = Math.min(patience * 2, 30000);
    }).then(function () {
      running[kind] = false;
      if (again[kind]) { again[kind] = false; return refresh(kind, address, take); }
      return undefined;
    });
  }

  function refreshBoard() {
    var part = encodeURIComponent(board.dataset.part);
    return refresh("board", "/board?fragment=1&forum=" + forum + "&part=" + part, function (body) {
      if (body.innerHTML.trim() === board.innerHTML.trim()) { return; }
      var held = document.activeElement;
      var address = held && board.contains(held) ? held.getAttribute("href") : null;
      board.innerHTML = body.innerHTML;
      if (address) {
        Array.prototype.some.call(board.querySelectorAll("a"), function (link) {
          if (link.getAttribute("href") !== address) { return false; }
          link.focus();
          return true;
        });
      }
    });
  }

  function refreshTalk() {
    return refresh("talk", "/chat?fragment=1&forum=" + forum, function (body) {
      var there = Array.prototype.slice.call(body.children);
      var ids = {};
      var before = null;
      there.forEach(function (node) {
        ids[node.id] = true;
        var old = document.getElementById(node.id);
        if (!old) {
          node.classList.add("fresh");
          talk.insertBefore(node, before ? before.nextSibling : talk.firstChild);
          before = node;
          return;
        }
        var behind = before ? before.nextSibling : talk.firstChild;
        while (behind && behind.nodeType !== 1) { behind = behind.nextSibling; }
        if (behind !== old) { talk.insertBefore(old, behind); }
        if (print(old) !== print(node)) {
          var holds = old.contains(document.activeElement);
          old.parentNode.replaceChild(node, old);
          if (holds) { text.focus(); }
          old = node;
        }
        before = old;
      });
      Array.prototype.slice.call(talk.children).forEach(function (node) {
        if (!ids[node.id]) { talk.removeChild(node); }
      });
    });
  }

  function send(form, button, done) {
    if (form.dataset.busy) { return; }
    form.dataset.busy = "1";
    var data = new URLSearchParams();
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.name && field.type !== "submit") { data.append(field.name, field.value); }
    });
    if (button && button.name) { data.append(button.name, button.value); }
    if (button) { button.setAttribute("aria-disabled", "true"); }
    fetch(form.getAttribute("action"), {
      method: "POST", body: data, credentials: "same-origin", headers: ask.headers
    }).then(function (answer) {
      if (answer.ok) {
        tell("");
        form.elements.ref.value = freshRef();
        done();
        return Promise.all([refreshTalk(), refreshBoard()]);
      }
      if (answer.headers.get("Faden-Sign-In")) {
        done();  /* it is kept on the server now, and sent from there */
        location.assign("/anmelden");
        return undefined;
      }
      var plain = (answer.headers.get("Content-Type") || "").indexOf("text/plain") === 0;
      return answer.text().then(function (sentence) {
        tell(plain ? sentence : chat.dataset.again);
      });
    }).catch(function () {
      tell(chat.dataset.again);
    }).then(function () {
      delete form.dataset.busy;
      if (button) { button.removeAttribute("aria-disabled"); }
    });
  }

  line.addEventListener("submit", function (event) {
    event.preventDefault();
    var typed = text.value;
    var longest = Number(text.dataset.longest);
    if (!typed.trim()) { return; }
    if (typed.trim().length > longest) {
      tell(chat.dataset.limit.replace("#", String(typed.trim().length)));
      return;
    }
    send(line, line.querySelector("button"), function () {
      if (text.value === typed) { text.value = ""; }
      keep();
    });
  });

  text.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) { return; }
    event.preventDefault();
    line.querySelector("button").click();
  });

  talk.addEventListener("submit", function (event) {
    var button = event.submitter || pressed;
    if (!button || !button.name) { return; }
    event.preventDefault();
    send(event.target, button, function () { text.focus({ preventScroll: true }); });
  });

  var pressed = null;
  talk.addEventListener("click", function (event) {
    var hit = event.target.closest ? event.target.closest("button, a[data-fill]") : null;
    pressed = hit && hit.tagName === "BUTTON" ? hit : null;
    if (hit && hit.dataset.fill) {
      event.preventDefault();
      text.value = hit.dataset.fill;
      text.focus();
      text.setSelectionRange(text.value.length, text.value.length);
      keep();
    }
  });

  /* What is typed survives a reload. */
  function keep() {
    try { sessionStorage.setItem(keptAs, text.value); } catch (error) { /* not kept then */ }
  }
  text.addEventListener("input", keep);
  try {
    if (!text.value) { text.value = sessionStorage.getItem(keptAs) || ""; }
  } catch (error) { /* nothing kept */ }
  if (/[?&]say=/.test(location.search)) {
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
  }

  if (!window.EventSource) {
    setInterval(function () { refreshTalk(); refreshBoard(); }, 10000);
    return;
  }
  var place = chat.dataset.place;
  var wait = 1000;
  function connect() {
    var source = new EventSource("/live?from=" + encodeURIComponent(place));
    source.onopen = function () {
      wait = 1000;
      offline.hidden = true;
      offline.textContent = "";
    };
    source.addEventListener("changed", function (event) {
      place = event.lastEventId || place;
      if (event.data.indexOf("talk") >= 0) { refreshTalk(); }
      refreshBoard();
      if (event.data.indexOf("board") >= 0) { refreshTalk(); }
    });
    source.onerror = function () {
      if (offline.hidden) {
        offline.hidden = false;
        offline.textContent = chat.dataset.offline;
      }
      if (source.readyState === 2) {
        source.close();
        setTimeout(connect, wait);
        wait = Math.min(wait * 2, 30000);
      }
    };
    window.addEventListener("pagehide", function () { source.close(); }, { once: true });
  }
  connect();
})();
