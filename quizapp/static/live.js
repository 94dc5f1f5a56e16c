// Keeps the board of the class up to date. The server tells when there is news; where it cannot,
// because others listen already or the line is bad, the page asks by itself. A tab that nobody
// looks at does neither.

const ASK_EVERY = 10_000;
const TRY_STREAM_AGAIN = 60_000;

const board = () => document.getElementById("board");
let stream = null;
let asking = null;
let fetching = false;

async function refresh() {
  if (fetching) return;
  fetching = true;
  try {
    const response = await fetch(location.href, { credentials: "same-origin" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("board");
    if (!fresh) location.reload(); // signed out, or the assignment is gone: the page will say it
    else if (fresh.dataset.mark !== board().dataset.mark) board().replaceWith(fresh);
  } catch {
    // The next time will do.
  } finally {
    fetching = false;
  }
}

function listen() {
  if (stream || document.hidden) return;
  stream = new EventSource(board().dataset.stream);
  stream.addEventListener("message", ({ data }) => {
    stopAsking();
    if (data !== board().dataset.mark) refresh();
  });
  stream.addEventListener("error", () => {
    // A stream that has come to its end is opened again by the browser; one that is refused is not.
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    ask();
    setTimeout(listen, TRY_STREAM_AGAIN);
  });
}

function ask() {
  asking ??= setInterval(refresh, ASK_EVERY);
}

function stopAsking() {
  clearInterval(asking);
  asking = null;
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    stream?.close();
    stream = null;
    stopAsking();
  } else {
    refresh();
    listen();
  }
});
listen();
