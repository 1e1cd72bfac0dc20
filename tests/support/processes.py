"""The service, or any other program, as a process of its own: started, waited for, killed, stopped."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path

import aiohttp

# How often a starting program is asked whether it is there; nothing tells us from outside.
POLL_SECONDS = 0.02


class ProgramFailedError(Exception):
    """A program ended, or stayed silent, when it should have been ready."""


def free_port() -> int:
    """A port on loopback that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def dying_with_us(argv: Sequence[str | Path], *, death_signal: str = "KILL") -> list[str]:
    """`argv`, run so that it also ends when the test run itself is killed. The process id stays the same."""
    setpriv = shutil.which("setpriv")
    prefix = [setpriv, "--pdeathsig", death_signal] if setpriv else []
    return [*prefix, *map(str, argv)]


class Program:
    """One running program, with what it printed kept in `log`."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process = process
        self.log = log

    @property
    def pid(self) -> int:
        return self.process.pid

    @property
    def output(self) -> str:
        """Everything it has printed so far, both streams."""
        return self.log.read_text(errors="replace")

    async def wait_until_ready(self, url: str, *, seconds: float = 30) -> None:
        """Return once `url` answers with a status below 500.

        Raises ProgramFailedError when the program ends first, or `seconds` have gone by.
        """
        deadline = time.monotonic() + seconds
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
            while not await _answers(session, url):
                if self.process.poll() is not None:
                    raise ProgramFailedError(f"ended with {self.process.returncode}:\n{self.output}")
                if time.monotonic() > deadline:
                    raise ProgramFailedError(f"no answer from {url} in {seconds} s:\n{self.output}")
                await asyncio.sleep(POLL_SECONDS)

    async def kill(self) -> None:
        """Take it away with no warning, as a power cut would (kill -9)."""
        self.process.kill()
        await self._wait()

    async def stop(self, *, seconds: float = 15) -> int:
        """Ask it to stop (SIGTERM), and return its exit status; kill it if it will not."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return await self._wait(seconds)
        except subprocess.TimeoutExpired as error:
            await self.kill()
            raise ProgramFailedError(f"did not stop in {seconds} s:\n{self.output}") from error

    async def _wait(self, seconds: float | None = None) -> int:
        # In a thread, so that fakes in this event loop keep answering while the program winds down.
        return await asyncio.to_thread(self.process.wait, seconds)


async def _answers(session: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with session.get(url, allow_redirects=False) as response:
            return response.status < 500
    except (aiohttp.ClientError, TimeoutError):
        return False


def start(argv: Sequence[str | Path], *, log: Path, env: Mapping[str, str] | None = None) -> Program:
    """Start `argv` with `env` added to ours; the caller ends it with `kill` or `stop`."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            dying_with_us(argv),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {})},
        )
    return Program(process, log)


@contextlib.asynccontextmanager
async def running(
    argv: Sequence[str | Path], *, ready: str, log: Path, env: Mapping[str, str] | None = None
) -> AsyncIterator[Program]:
    """`argv` while the block lasts, from when the address `ready` answers; stopped at the end."""
    program = start(argv, log=log, env=env)
    try:
        await program.wait_until_ready(ready)
        yield program
    finally:
        if program.process.poll() is None:
            await program.stop()
