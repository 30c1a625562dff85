// Who tapped a number and comes back is asked what came of the call, without another tap.
const called = "called";

document.addEventListener("click", event => {
  const link = event.target.closest("[data-call]");
  if (link) sessionStorage.setItem(called, link.dataset.call);
});

function back() {
  if (document.visibilityState !== "visible") return;
  const asked = document.getElementById(`call-${sessionStorage.getItem(called)}`);
  sessionStorage.removeItem(called);
  if (!asked) return;
  asked.open = true;
  asked.scrollIntoView({ block: "nearest" });
  asked.querySelector("input[type=radio]").focus({ preventScroll: true });
}

document.addEventListener("visibilitychange", back);
document.addEventListener("cox:kept", event => { event.target.closest("li")?.setAttribute("hidden", ""); });
back();
