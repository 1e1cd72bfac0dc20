"""Write the first migration again from the tables: `python -m storage.migrations.regenerate`.

Only until the first release. From then on a change of the tables is a new migration.
"""

import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from alembic.autogenerate import produce_migrations, render_python_code
from alembic.autogenerate.api import AutogenContext
from alembic.operations.ops import DowngradeOps, UpgradeOps
from alembic.runtime.migration import MigrationContext

from storage.tables import metadata
from storage.tables.columns import Moment

TARGET = Path(__file__).parent / "versions" / "0001_first_tables.py"

PAGE = '''"""The first tables, and on PostgreSQL the rule that a connection sees one authority's rows only.

Written by storage/migrations/regenerate.py; do not edit.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ({tables})

OWN_ROWS = "authority = current_setting('app.authority', true)"


def upgrade() -> None:
    {up}
    keep_authorities_apart()


def downgrade() -> None:
    {down}


def keep_authorities_apart() -> None:
    """Threat: a query that forgot its authority. The database refuses, the owner of the tables included."""
    if op.get_bind().dialect.name != "postgresql":
        return
    for table in TABLES:
        op.execute(f"ALTER TABLE {{table}} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {{table}} FORCE ROW LEVEL SECURITY")
        op.execute(f"CREATE POLICY own_authority ON {{table}} USING ({{OWN_ROWS}}) WITH CHECK ({{OWN_ROWS}})")
'''


def page() -> str:
    """The whole migration as Python."""
    with sa.create_engine("sqlite://").connect() as connection:
        context = MigrationContext.configure(connection)
        script = produce_migrations(context, metadata)
        up = _rendered(script.upgrade_ops, context)
        down = _rendered(script.downgrade_ops, context)
    names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
    return PAGE.format(tables=names, up=up, down=down)


def main() -> None:
    TARGET.write_text(page(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", TARGET], check=True)  # noqa: S603


def _rendered(operations: UpgradeOps | DowngradeOps | None, context: MigrationContext) -> str:
    if operations is None:
        raise TypeError("Alembic made no operations")
    code = render_python_code(operations, render_item=_plain_type, migration_context=context)
    return "\n".join(line for line in code.splitlines() if not line.lstrip().startswith("#")).strip()


def _plain_type(kind: str, item: Any, _: AutogenContext) -> str | Literal[False]:
    """Our own types as what they are in the database, so that an old migration never needs today's code."""
    if kind != "type":
        return False
    if isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, sa.String):
        return f"sa.String({item.length})"
    if isinstance(item, sa.LargeBinary):
        return "sa.LargeBinary()"
    return False


if __name__ == "__main__":
    main()
