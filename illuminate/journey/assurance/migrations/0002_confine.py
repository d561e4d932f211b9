from django.db import migrations

from illuminate.foundation.database.policies import confine


class Migration(migrations.Migration):
    dependencies = [("assurance", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("assurance_signoff"),
        confine("assurance_submission"),
        confine("assurance_submitteddocument"),
        confine("assurance_outcome"),
        confine("assurance_point"),
        confine("assurance_pointanswer"),
    ]
