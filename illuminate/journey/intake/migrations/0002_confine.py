from django.db import migrations

from illuminate.foundation.database.policies import confine

TABLES = (
    "notification", "notifiedperson", "scopingrequest", "scopingreturn", "subjectknown", "decision", "limbfinding",
    "familyletter", "homeofficenotice", "homeofficeanswer",
)

FOR_GOOD = """
-- What was sent, found, decided and answered stays as it was.
REVOKE UPDATE, DELETE ON intake_notification, intake_notifiedperson, intake_scopingrequest, intake_scopingreturn,
  intake_subjectknown, intake_decision, intake_limbfinding, intake_familyletter, intake_homeofficenotice,
  intake_homeofficeanswer FROM illuminate_web, illuminate_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("intake", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        *(confine(f"intake_{table}") for table in TABLES),
        migrations.RunSQL(FOR_GOOD, migrations.RunSQL.noop),
    ]
