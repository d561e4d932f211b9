from django.db import migrations

from illuminate.foundation.database.logins import LIBRARY
from illuminate.foundation.database.policies import confine

PUBLIC = ("report", "file", "lesson", "recommendation", "action", "statement", "withdrawal")
TABLES = ", ".join(f"publication_released_{name}" for name in PUBLIC)


class Migration(migrations.Migration):
    dependencies = [("publication", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("publication_frozenreport"),
        confine("publication_frozenfile"),
        confine("publication_approval"),
        confine("publication_publicationdate"),
        confine("publication_release"),
        # What was approved, and that it was published, is never rewritten.
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE ON publication_frozenfile, publication_approval"
            " FROM illuminate_web, illuminate_worker;"
            "REVOKE DELETE ON publication_frozenreport, publication_publicationdate, publication_release"
            " FROM illuminate_web, illuminate_worker;",
            migrations.RunSQL.noop,
        ),
        # The public site's own login reads the released copies, and nothing else.
        migrations.RunSQL(f"GRANT SELECT ON {TABLES} TO {LIBRARY};", f"REVOKE SELECT ON {TABLES} FROM {LIBRARY};"),
    ]
