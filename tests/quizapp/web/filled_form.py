"""The form of a page as a browser would send it, untouched."""

from html.parser import HTMLParser


class FilledForm(HTMLParser):
    """Reads the first form of a page that has the CSS class *css*: ``pairs`` is what it sends."""

    def __init__(self, page: str, css: str) -> None:
        super().__init__()
        self.css = css
        self.pairs: list[tuple[str, str]] = []
        self.inside = self.done = False
        self.select, self.is_first = "", False
        self.area: list[str] | None = None
        self.area_name = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and not self.done:
            self.inside = self.css in given.get("class", "").split()
        elif self.inside:
            self._field(tag, given)

    def _field(self, tag: str, given: dict[str, str]) -> None:
        if tag == "input":
            ticked = given.get("type") not in ("checkbox", "radio") or "checked" in given
            if ticked and "name" in given:
                self.pairs.append((given["name"], given.get("value", "")))
        elif tag == "select":
            self.select, self.is_first = given["name"], True
            self.pairs.append((self.select, ""))
        elif tag == "option":
            if "selected" in given or self.is_first:
                self.pairs[-1] = (self.select, given.get("value", ""))
            self.is_first = False
        elif tag == "textarea":
            self.area, self.area_name = [], given["name"]

    def handle_data(self, data: str) -> None:
        if self.area is not None:
            self.area.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self.inside:
            self.inside, self.done = False, True
        elif tag == "textarea" and self.area is not None:
            self.pairs.append((self.area_name, "".join(self.area)))
            self.area = None

    def send(self, **changed: str | list[str]) -> dict[str, list[str]]:
        """What it sends where *changed* fields are filled in otherwise."""
        fields: dict[str, list[str]] = {}
        for name, value in self.pairs:
            fields.setdefault(name, []).append(value)
        new = {n: value if isinstance(value, list) else [value] for n, value in changed.items()}
        return fields | new
