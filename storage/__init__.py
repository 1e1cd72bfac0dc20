"""The database: tables, encryption, audit trail, migrations, one module per aggregate."""
