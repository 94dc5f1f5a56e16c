"""Under which addresses this machine can be reached."""

import socket

OWN_NAMES = ("localhost", "127.0.0.1", "::1")
"""What this machine calls itself; for any other machine they are its own names."""


def lan_addresses() -> tuple[str, ...]:
    """The machine's own IPv4 addresses in its local networks, the usual way out first."""
    found = [*_way_out(), *_by_name()]
    return tuple(dict.fromkeys(a for a in found if not a.startswith(("127.", "0."))))


def for_others(host: str) -> str:
    """*host*, or this machine's address in the local network where *host* means just itself.

    Whoever opens the site on the machine that serves it sees "localhost", which leads nowhere from
    any other machine.
    """
    return next(iter(lan_addresses()), host) if host in OWN_NAMES else host


def host_names() -> tuple[str, ...]:
    """The names under which other machines may know this one."""
    name = socket.gethostname().lower()
    return (name, f"{name}.local")


def _way_out() -> list[str]:
    # Connecting a UDP socket sends nothing: it only makes the system choose an address. The
    # target is one of those set aside for documentation (RFC 5737).
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return []
        return [str(probe.getsockname()[0])]


def _by_name() -> list[str]:
    try:
        return socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return []
