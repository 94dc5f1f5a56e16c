// Shows how far the reading is, without loading the page anew; when the article is there, shows
// that. Whatever goes wrong, the page is loaded as it would be without this file.

const EVERY = 1000;

async function look() {
  try {
    const response = await fetch(location.href, { credentials: "same-origin" });
    if (response.redirected) return location.replace(response.url);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("progress");
    const shown = document.getElementById("progress");
    if (!response.ok || !fresh) return location.reload();
    shown.querySelector("ol").replaceWith(fresh.querySelector("ol"));
    const [said, news] = [shown, fresh].map((part) => part.querySelector("[role=status]"));
    if (said.textContent !== news.textContent) said.textContent = news.textContent;
  } catch {
    // The line is cut: the next look may get through.
  }
  setTimeout(look, EVERY);
}

setTimeout(look, EVERY);
