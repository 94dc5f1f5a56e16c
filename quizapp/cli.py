"""The application from the shell: ``flask --app wsgi serve`` and what goes with it."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask import Flask, current_app
from flask.cli import with_appcontext
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from questions.pack import InvalidPack, load_pack
from questions.reading import UnreadableText, media_of
from quizapp import config, db, jobs, migrate, network, qr, reading_process
from quizapp.errors import Refused
from quizapp.reading_process import ReadingFailed
from quizapp.store import library as store
from quizapp.store import teachers
from quizapp.usecases import accounts, bringing, library, names, sample
from quizapp.usecases.bringing import Upload

SHIPPED = config.ROOT / "questions" / "curated" / "belarus-2020"
SECONDS_TO_FINISH = 30
"""How long requests under way may take to finish when the server is told to stop."""


def init_app(app: Flask) -> None:
    """Give *app* its commands."""
    for command in (serve, worker, migrate_command, import_pack, bring, invite_teacher):
        app.cli.add_command(command)


@click.command
@with_appcontext
def serve() -> None:
    """Prepare everything and serve the site until Ctrl-C."""
    _check_port()
    _migrate()
    article_id = _add_pack(SHIPPED)
    _greet(sample.prepare(article_id))
    db.close()  # the server's process opens its own connections
    with _own_worker():
        _serve_pages()


def _serve_pages() -> None:
    Granian(
        "wsgi:app",
        address=current_app.config["HOST"],
        port=current_app.config["PORT"],
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=db.THREADS,
        workers_kill_timeout=SECONDS_TO_FINISH,
        working_dir=config.ROOT,
        websockets=False,
        respawn_failed_workers=True,
        log_level=LogLevels.error,
    ).serve()


@contextmanager
def _own_worker() -> Iterator[None]:
    """A worker beside the server, which ends with it, however that comes about."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "worker", "--until-input-ends"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, cwd=config.ROOT) as process:  # noqa: S603
        try:
            yield
        finally:
            process.send_signal(signal.SIGINT)  # what is being read is read to its end


@click.command
@click.option("--until-input-ends", is_flag=True, help="Stop when standard input ends.")
@with_appcontext
def worker(*, until_input_ends: bool) -> None:
    """Read the texts that teachers bring, until Ctrl-C; as many of these as wanted."""
    _migrate()
    jobs.work(until_input_ends=until_input_ends)


@click.command("migrate")
@with_appcontext
def migrate_command() -> None:
    """Bring the database up to date."""
    _migrate()


@click.command("import-pack")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@with_appcontext
def import_pack(folder: Path) -> None:
    """Add the article and the questions in FOLDER for all teachers."""
    _migrate()
    _add_pack(folder)


@click.command("bring")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--teacher", required=True, help="The name of the teacher whose articles they are.")
@with_appcontext
def bring(folder: Path, teacher: str) -> None:
    """Put every file in FOLDER into the queue: workers, here or elsewhere, read them."""
    _migrate()
    owner = teachers.named(db.reading(), names.key(teacher))
    if owner is None:
        raise click.ClickException(f"There is no teacher called {teacher}.")
    brought = 0
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            raw = file.read_bytes()
            jobs.enqueue(bringing.bring(owner, Upload(file.name, media_of(raw, file.name), raw)))
            brought += 1
        except (OSError, Refused, UnreadableText) as error:
            click.echo(f"{file}: {error}", err=True)
    click.echo(f"{brought} texts are in the queue.")


@click.command("invite-teacher")
@with_appcontext
def invite_teacher() -> None:
    """Print a link that makes one teacher account."""
    _migrate()
    port = current_app.config["PORT"]
    click.echo(f"For the site at port {port}. Is it another one? PORT=8001 before the command.")
    click.echo(_link(f"welcome/{accounts.invite_teacher()}"))


def _check_port() -> None:
    # The server shares its port with whoever has it, and half of the class would end up there.
    address = (current_app.config["HOST"], current_app.config["PORT"])
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # one just stopped is no harm
        try:
            probe.bind(address)
        except OSError as error:
            raise click.ClickException(
                f"Port {address[1]} cannot be used ({error.strerror}). "
                f"Is the site running already? Another port: PORT=8001 make run"
            ) from error


def _migrate() -> None:
    backup = migrate.bring_up_to_date()
    if backup is not None:
        click.echo(f"The database was brought up to date. A copy of the old one: {backup}")


def _add_pack(folder: Path) -> int:
    try:
        pack = load_pack(folder)
    except InvalidPack as error:
        click.echo("\n".join(error.problems), err=True)
        sys.exit(2)
    known = store.shipped(db.reading(), pack.slug)
    if known is not None:
        return known
    click.echo(f"Reading “{pack.title}” …")
    try:
        reading = reading_process.read(folder / "article.md")
    except ReadingFailed as error:
        click.echo(
            f"No questions could be made from {folder.name}: {str(error).rstrip('.')}.", err=True
        )
        click.echo("The curated questions are there without them.", err=True)
        return library.add_pack(pack, generated=())
    return library.add_pack(pack, reading.questions, reading.claims, for_review=reading.for_review)


def _greet(shown: sample.Sample) -> None:
    port = current_app.config["PORT"]
    click.echo("\nWho Said So? is at")
    click.echo(f"  http://localhost:{port}/       on this machine")
    for address in network.lan_addresses():
        click.echo(f"  http://{address}:{port}/       in the local network")
    token = accounts.invite_first_teacher()
    if token is not None:
        click.echo("\nThe first teacher starts here. The link works once:")
        click.echo(f"  {_link(f'welcome/{token}')}")
    if shown.join_code is not None:
        address = _link(f"join/{shown.join_code}")
        click.echo(f"\nPupils join the {shown.name} with the code {shown.join_code}")
        click.echo(f"  {address}\n{qr.drawing(address)}")
    click.echo("Ctrl-C stops the server.\n")


def _link(path: str) -> str:
    """An address of this site that also works from other machines, where there is a network."""
    return f"http://{network.for_others('localhost')}:{current_app.config['PORT']}/{path}"
