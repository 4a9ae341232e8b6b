"""Where the program starts and ends: its exit code, and Ctrl-C from the first moment on.

The rest is imported inside, so that an interruption while it loads is answered like any other.
"""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""`ExitCode.INTERRUPTED`, known before anything is imported."""


def run() -> None:
    """Run the command line and leave with one of the codes of `ExitCode`; no traceback reaches a user."""
    from workbench.cli.streams import leave_quietly, prepare
    from workbench.domain.ending import end_in_order
    from workbench.system.limits import heed_bounds

    end_in_order()
    heed_bounds()
    prepare()
    code = main()
    leave_quietly()
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
        from workbench.domain.ending import EndedError

        if isinstance(error, EndedError):
            print(f"Ended by {error.signal.name}; what was finished is kept.", file=sys.stderr)  # noqa: T201
            return error.exit_code
        print("Interrupted; what was finished is kept.", file=sys.stderr)  # noqa: T201
        return INTERRUPTED
