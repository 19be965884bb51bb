/* Verlauf: steps through what the page holds already. Everything also works without it. */
(function () {
  "use strict";
  var form = document.getElementById("steps");
  var slider = document.getElementById("schritt");
  var list = document.getElementById("replay");
  if (!form || !slider || !list) { return; }
  var label = form.querySelector("label");
  var first = Number(form.dataset.first);
  var last = Number(form.dataset.last);
  var end = Number(slider.max);
  var printing = document.getElementById("print");

  function address(number) {
    var way = new URL(location.href);
    way.searchParams.set("schritt", String(number));
    return way.pathname + way.search;
  }

  function show(wanted) {
    var number = Math.min(Math.max(wanted, 1), end);
    if (number < first || number > last) { location.assign(address(number)); return; }
    Array.prototype.forEach.call(list.children, function (step) {
      step.classList.toggle("open", Number(step.dataset.number) === number);
    });
    slider.value = String(number);
    label.textContent = slider.dataset.told.replace("%N%", String(number));
    document.getElementById("back").hidden = number === 1;
    document.getElementById("on").hidden = number === end;
    if (document.activeElement && document.activeElement.hidden) { slider.focus(); }
    document.getElementById("back").href = address(Math.max(number - 1, 1));
    document.getElementById("on").href = address(Math.min(number + 1, end));
    history.replaceState(null, "", address(number));
  }

  function step(by) {
    return function (event) {
      event.preventDefault();
      show(Number(slider.value) + by);
    };
  }

  list.setAttribute("aria-live", "polite");
  document.getElementById("show").hidden = true;
  printing.hidden = false;
  printing.addEventListener("click", function () { window.print(); });
  slider.addEventListener("change", function () { show(Number(slider.value)); });
  slider.addEventListener("input", function () {
    var number = Number(slider.value);
    if (number >= first && number <= last) { show(number); }
  });
  document.getElementById("back").addEventListener("click", step(-1));
  document.getElementById("on").addEventListener("click", step(1));
  document.addEventListener("keydown", function (event) {
    var here = event.target;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    if (here !== slider && /^(INPUT|SELECT|TEXTAREA)$/.test(here.tagName)) { return; }
    var now = Number(slider.value);
    var ways = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 1, End: end };
    if (!(event.key in ways)) { return; }
    event.preventDefault();
    show(ways[event.key]);
  });
})();
