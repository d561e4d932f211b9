from django.db import migrations

from illuminate.foundation.database.policies import confine

TABLES = ("draft", "draftsection", "lesson", "recommendation", "lessonanswered", "plannedaction")

SQL = """
-- A version of a draft, and what was read in it, stands as it was uploaded.
REVOKE UPDATE, DELETE ON report_draft, report_draftsection FROM illuminate_web, illuminate_worker;
REVOKE DELETE ON report_lesson, report_recommendation, report_plannedaction FROM illuminate_web, illuminate_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("report", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        *(confine(f"report_{table}") for table in TABLES),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
