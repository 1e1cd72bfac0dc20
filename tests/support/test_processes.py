"""A program under test can be waited for, stopped, and killed with no warning."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.support.processes import ProgramFailedError, free_port, running


def _server(port: int) -> list[str]:
    return [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]


async def test_a_program_is_there_once_it_answers_and_gone_afterwards(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    async with aiohttp.ClientSession() as session:
        async with running(_server(port), ready=url, log=tmp_path / "log"), session.get(url) as response:
            assert response.status == 200
        with pytest.raises(aiohttp.ClientConnectorError):
            await session.get(url)


async def test_a_killed_program_had_no_chance_to_say_goodbye(tmp_path: Path) -> None:
    port = free_port()
    async with running(_server(port), ready=f"http://127.0.0.1:{port}/", log=tmp_path / "log") as program:
        await program.kill()
    assert program.process.returncode == -signal.SIGKILL


async def test_a_program_that_ends_too_early_shows_what_it_printed(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", "raise SystemExit('no such authority')"]
    with pytest.raises(ProgramFailedError, match="no such authority"):
        async with running(argv, ready=f"http://127.0.0.1:{free_port()}/", log=tmp_path / "log"):
            pass
