"""Where the program starts and ends: its exit code, and Ctrl-C from the first moment on.

The rest is imported inside, so that an interruption while it loads is answered like any other.
"""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""`ExitCode.INTERRUPTED`, known before anything is imported."""


def run() -> None:
    """Run the command line and leave with one of the codes of `ExitCode`; no traceback reaches a user."""
    try:
        from workbench.cli.streams import leave_quietly, prepare
        from workbench.domain.ending import end_at_once, end_in_order
        from workbench.system.limits import heed_bounds

        end_in_order()
        heed_bounds()
        prepare()
        code = main()
        end_at_once()
        leave_quietly()
    except KeyboardInterrupt as error:  # while these few were loaded, or a second time while the first was answered
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        code = _answer(error)
    sys.exit(code)


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    try:
        try:
            from workbench.cli.program import perform
        except ImportError as error:
            from workbench.domain.errors import ExitCode, missing_part

            print(f"Error: {missing_part(error)}.", file=sys.stderr)  # noqa: T201
            return ExitCode.MODEL
        return perform(arguments)
    except KeyboardInterrupt as error:
        return _answer(error)


def _answer(error: KeyboardInterrupt) -> int:
    """Say that the program was ended, and by what; gives the exit code."""
    by = getattr(error, "signal", None)  # of an `EndedError`, whose module may not have been loaded yet
    told = "Interrupted" if by is None else f"Ended by {by.name}"
    print(f"{told}; what was finished is kept.", file=sys.stderr)  # noqa: T201
    code: int = getattr(error, "exit_code", INTERRUPTED)
    return code
