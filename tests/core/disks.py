"""Disks that refuse: full ones, and those where somebody may not write."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

if sys.platform != "win32":
    import resource

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="file modes and limits of POSIX")


@contextmanager
def as_anybody() -> Iterator[None]:
    """Be somebody whom file modes bind: the superuser becomes nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """A disk on which no file grows beyond `room` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
