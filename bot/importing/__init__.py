"""Children, IROs, staff and reviews from another system's CSV files: all or nothing, every bad row named."""

from bot.importing.reading import Batch, read, read_files
from bot.importing.storing import Changes, store_batch

__all__ = ["Batch", "Changes", "read", "read_files", "store_batch"]
