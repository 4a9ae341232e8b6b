"""Taking the network away from a process, for good: what parses foreign files has nothing to say to anybody."""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import sys

_KINDS_OF_PROCESSOR = {
    "x86_64": (0xC000003E, 41),
    "aarch64": (0xC00000B7, 198),
    "riscv64": (0xC00000F3, 198),
}
"""How the kernel names each, and its number of the call `socket`."""
_IO_URING_SETUP = 425
_OTHER_NUMBERS = 0x4000_0000
"""From here on the calls of x86 programs with short addresses, which would go past the numbers above."""
_NO_NEW_PRIVILEGES, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _GIVE = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF_0000, 0x0005_0000 | errno.EACCES


class _Instruction(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_uint16),
        ("if_so", ctypes.c_uint8),
        ("if_not", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("first", ctypes.POINTER(_Instruction)))


def give_up_network() -> bool:
    """Let this process, and whatever it starts, open no socket any more; those that it has stay.

    On Linux the kernel refuses (seccomp), also what libraries in C ask. Elsewhere Python alone refuses, and False is
    given.
    """
    if _closed_by_kernel():
        return True
    sys.addaudithook(_refuse)
    return False


def _closed_by_kernel() -> bool:
    known = _KINDS_OF_PROCESSOR.get(platform.machine())
    if not sys.platform.startswith("linux") or known is None or sys.maxsize < 2**32:
        return False
    processor, socket = known
    filter_ = (
        _Instruction(_LOAD, 0, 0, 4),  # the kind of processor that the call is for
        _Instruction(_IF_EQUAL, 0, 5, processor),
        _Instruction(_LOAD, 0, 0, 0),  # the number of the call
        _Instruction(_IF_AT_LEAST, 3, 0, _OTHER_NUMBERS),
        _Instruction(_IF_EQUAL, 2, 0, socket),
        _Instruction(_IF_EQUAL, 1, 0, _IO_URING_SETUP),  # which opens sockets behind the back of the calls
        _Instruction(_GIVE, 0, 0, _ALLOW),
        _Instruction(_GIVE, 0, 0, _REFUSE),
    )
    program = _Program(len(filter_), (_Instruction * len(filter_))(*filter_))
    control = ctypes.CDLL(None, use_errno=True).prctl
    control.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong)
    if control(_NO_NEW_PRIVILEGES, 1, None, 0, 0) != 0:  # else only root may set a filter
        return False
    return bool(control(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _refuse(event: str, _: object) -> None:
    if event == "socket.__new__":
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
