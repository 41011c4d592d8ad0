"""The command line: `jdgen COMMAND`. One file per command; each is loaded only when it is used."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import click

from jdgen import __version__
from jdgen.cli.output import tell_problems
from jdgen.errors import ExitCode, JdgenError

_NOT_COMMANDS = {"output"}


class _Commands(click.Group):
    """Finds commands by the files of this folder; a newcomer adds one by adding its file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        found = {module.name for module in pkgutil.iter_modules(__path__)} - _NOT_COMMANDS
        return sorted(found)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"jdgen.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say the nearest command where one was mistyped."""
        import difflib

        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), 1)
            if near and "Did you mean" not in error.message:
                message = f"{error.message} Did you mean '{near[0]}'?"
                raise click.UsageError(message, ctx) from error
            raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="jdgen %(version)s")
def cli() -> None:
    """Peer-support job descriptions, statements and brochures from one checked profile."""


def main() -> None:
    """Run the command line, and end with one of the documented exit codes."""
    for stream in (sys.stdout, sys.stderr):
        # A redirected stream on Windows has an old code page that cannot hold every name.
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure and not stream.isatty():
            reconfigure(encoding="utf-8", errors="replace")
    try:
        # click hands back the code that a command ended with, None where it just returned.
        sys.exit(cli.main(standalone_mode=False) or ExitCode.OK)
    except click.Abort:
        click.echo("Stopped.", err=True)
        sys.exit(ExitCode.USAGE)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except JdgenError as error:
        tell_problems(error.problems)
        sys.exit(error.exit_code)
    except Exception as error:
        from jdgen.mistakes import as_problem

        tell_problems([as_problem(error)])
        sys.exit(ExitCode.FINDINGS)
