"""The rows as Parquet too, where pyarrow is installed (the extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from peyman.core.errors import MESSAGES, QT_TRANSLATE_NOOP, PeymanError

from .card import data_file, parquet_file
from .rows import FEATURES, Fields, Row, read_rows

if TYPE_CHECKING:
    import pyarrow

BATCH = 500  # rows held in memory

MESSAGES |= {
    "release_no_parquet": QT_TRANSLATE_NOOP(
        "errors", "Parquet was not written, as pyarrow is not installed here. Run: pip install \"peyman[parquet]\""
    ),
    "release_no_parquet_read": QT_TRANSLATE_NOOP(
        "errors", "pyarrow is not installed here. Run: pip install \"peyman[parquet]\""
    ),
}


def write_parquet(folder: Path, files: Iterable[tuple[str, str]]) -> PeymanError | None:
    """Write the rows of a release's data files as Parquet beside them; return why not.

    The bytes are the same each time for the same version of pyarrow.
    """
    try:
        import pyarrow  # noqa: PLC0415 - an optional extra, and large
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:  # also where it is, but not made for the numpy that is there
        return PeymanError("release_no_parquet")
    schema = pyarrow.schema(list(_types(FEATURES).items()))
    for config, split in files:
        target = folder / parquet_file(config, split)
        target.parent.mkdir(parents=True, exist_ok=True)
        with pyarrow.parquet.ParquetWriter(target, schema, compression="zstd") as writer:
            batch: list[Row] = []
            for row in read_rows(folder / data_file(config, split)):
                batch.append(row)
                if len(batch) == BATCH:
                    writer.write_table(pyarrow.Table.from_pylist(batch, schema))
                    batch = []
            if batch:
                writer.write_table(pyarrow.Table.from_pylist(batch, schema))
    return None


def read_parquet(path: Path) -> Iterator[Row]:
    """Yield the rows of a Parquet file.

    Raises:
        PeymanError: `release_no_parquet_read` where pyarrow is not installed, `verify_unreadable`.
    """
    try:
        import pyarrow  # noqa: PLC0415 - as above
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError:
        raise PeymanError("release_no_parquet_read") from None
    try:
        with pyarrow.parquet.ParquetFile(path) as file:
            for batch in file.iter_batches(BATCH):
                yield from batch.to_pylist()
    except pyarrow.ArrowException as error:
        raise PeymanError("verify_unreadable", file=path.name, reason=error) from None


def _types(fields: Fields) -> dict[str, pyarrow.DataType]:
    import pyarrow  # noqa: PLC0415 - only called where it is there

    simple = {"string": pyarrow.string(), "int32": pyarrow.int32(), "bool": pyarrow.bool_()}
    return {
        name: simple[kind] if isinstance(kind, str) else pyarrow.list_(pyarrow.struct(list(_types(kind).items())))
        for name, kind in fields.items()
    }
