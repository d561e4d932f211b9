from django.db import migrations

from illuminate.foundation.database.policies import confine


class Migration(migrations.Migration):
    dependencies = [("improvement", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("improvement_followup"),
        confine("improvement_progress"),
        confine("improvement_evidence"),
        confine("improvement_closure"),
        confine("improvement_publicstatement"),
        # What was reported, and what shows it, is never rewritten.
        migrations.RunSQL(
            "REVOKE UPDATE, DELETE ON improvement_progress, improvement_evidence"
            " FROM illuminate_web, illuminate_worker;"
            "REVOKE DELETE ON improvement_followup, improvement_closure, improvement_publicstatement"
            " FROM illuminate_web, illuminate_worker;",
            migrations.RunSQL.noop,
        ),
    ]
