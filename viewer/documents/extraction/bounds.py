"""What a worker may use: memory for good, time for each file; kept by the operating system where it can."""

from __future__ import annotations

import sys

GRACE = 5.0
"""How much longer than the program the worker itself waits before it ends, in seconds."""


def bound_memory(size: int) -> None:
    """Let this process have so many bytes of memory at most; asking for more fails, in Python as a MemoryError."""
    if sys.platform == "win32":
        _bound_by_job(size)
    else:
        import contextlib
        import os
        import resource

        for kind, most in ((resource.RLIMIT_AS, size), (resource.RLIMIT_CORE, 0)):
            # macOS knows the limit and refuses to set it; the bound on time holds there all the same.
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (most, most))
        with contextlib.suppress(OSError):
            # Reading files must not slow the window down.
            os.nice(5)


def bound_time(seconds: float) -> None:
    """End this process after so many seconds, whatever it is doing then; 0 takes the bound away."""
    if sys.platform != "win32":
        import signal

        signal.setitimer(signal.ITIMER_REAL, seconds)


if sys.platform == "win32":

    def _bound_by_job(size: int) -> None:
        """Put this process into a job object whose processes are bounded, and end with it."""
        import ctypes
        from ctypes import wintypes

        class Basic(ctypes.Structure):
            _fields_ = (
                ("per_process_user_time", ctypes.c_int64),
                ("per_job_user_time", ctypes.c_int64),
                ("flags", wintypes.DWORD),
                ("least_working_set", ctypes.c_size_t),
                ("most_working_set", ctypes.c_size_t),
                ("active_processes", wintypes.DWORD),
                ("affinity", ctypes.c_size_t),
                ("priority", wintypes.DWORD),
                ("scheduling", wintypes.DWORD),
            )

        class Extended(ctypes.Structure):
            _fields_ = (
                ("basic", Basic),
                ("counters", ctypes.c_uint64 * 6),
                ("process_memory", ctypes.c_size_t),
                ("job_memory", ctypes.c_size_t),
                ("peak_process_memory", ctypes.c_size_t),
                ("peak_job_memory", ctypes.c_size_t),
            )

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = kernel.CreateJobObjectW(None, None)
        limits = Extended()
        limits.basic.flags = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY
        limits.process_memory = size
        extended_limit_information = 9
        if job and kernel.SetInformationJobObject(
            job, extended_limit_information, ctypes.byref(limits), ctypes.sizeof(limits)
        ):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
