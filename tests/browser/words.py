"""What people do on a tablet, in their words; taps are counted."""

from playwright.sync_api import Locator, Page, expect

from tests.plant import Plant

PIN, PASSWORD = "2468", "a long password"


class Tablet:
    """A tablet in someone's hands."""

    def __init__(self, page: Page, plant: Plant, *, scripted: bool = True) -> None:
        self.scripted = scripted
        self.page = page
        self.plant = plant
        self.taps = 0
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)

    def sign_in(self, name: str, secret: str = PIN) -> None:
        self.page.goto("about:blank")  # nothing of the page before may still answer
        self.page.context.clear_cookies()
        self.open("/sign-in")
        self.page.fill("[name=name]", name)
        self.page.fill("[name=secret]", secret)
        self.page.press("[name=secret]", "Enter")
        expect(self.page.locator("h1")).not_to_have_text("Sign in")

    def open(self, path: str) -> None:
        self.page.goto(self.plant.address + path)
        self.started()

    def started(self) -> None:
        """Wait until the page's behaviours are there; before, its plain forms would do the work."""
        if self.scripted:
            self.page.locator("html[data-behaviours=started]").wait_for(state="attached")

    def open_cabinet(self, part: str = "") -> None:
        self.open(f"/c/{self.plant.code}{part}")

    def tap(self, what: Locator | str) -> None:
        self.taps += 1
        self.started()
        (self.page.locator(what) if isinstance(what, str) else what).tap()

    def send(self, button: Locator | str) -> None:
        """Tap what sends a form, and wait for the page that follows."""
        with self.page.expect_navigation():
            self.tap(button)

    def go_offline(self) -> None:
        """Lose the network, once the page has all that it needs."""
        self.page.wait_for_load_state("networkidle")
        self.page.context.set_offline(True)

    def go_online(self) -> None:
        self.page.context.set_offline(False)

    def row(self, wire: int) -> Locator:
        return self.page.locator(f'li[data-wire="{wire}"]')

    def stands(self, wire: int, state: str) -> None:
        expect(self.row(wire)).to_have_attribute("data-state", state)

    def saved(self) -> None:
        """Wait until the server has what was touched."""
        expect(self.page.locator("[data-kept]")).to_have_count(0)
        expect(self.page.locator(".saved")).to_have_attribute("data-state", "saved")

    def mark_ok(self, wire: int, *checks: str) -> None:
        for check in checks:
            self.tap(self.row(wire).locator(f"[data-act=check-{check}]"))
        self.tap(self.row(wire).locator("[data-act=ok]"))

    def mark_faulty(self, wire: int, kind: str, end: str | None = None) -> None:
        self.tap(self.row(wire).locator("[data-act=fault]"))
        choice = self.page.locator(f"#fault-sheet [data-kind={kind}]")
        if not choice.is_visible():
            self.tap("#fault-sheet summary")
        self.tap(choice)
        if end:
            self.tap(f"#fault-sheet [data-end={end}]")

    def second_person(self, name: str, pin: str | None = None) -> None:
        self.tap(f"#second-person-sheet [data-name={name}]")
        if pin:
            self.page.fill("#second-person-sheet [name=pin]", pin)
            self.tap("#second-person-sheet [data-act=second-person]")

    def counted(self) -> int:
        """Return the taps since it was last asked."""
        taps, self.taps = self.taps, 0
        return taps
