// Says when one is about to be signed out, and then leaves the page, so that nothing personal stays on the screen. The
// server ends the session by itself, whether this runs or not.
(() => {
  const note = document.getElementById('time-out');
  if (!note) return;
  const { idleSeconds, secondsLeft, warning } = note.dataset;
  const end = Date.now() + 1000 * Math.min(Number(idleSeconds), Number(secondsLeft));
  const warnAt = end - 120_000;
  let warned = false;
  setInterval(() => {
    if (!warned && Date.now() > warnAt) {
      warned = true;
      note.textContent = warning;
      note.classList.add('strip__time--soon');
    }
    if (Date.now() > end) location.assign('/signed-out?idle=yes');
  }, 5000);
  // A page that the browser kept for its back button is asked for anew: after signing out there is nothing to see.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
})();
