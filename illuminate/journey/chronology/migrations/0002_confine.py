from django.db import migrations

from illuminate.foundation.database.policies import confine


class Migration(migrations.Migration):
    dependencies = [("chronology", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("chronology_chronologyfile"),
        confine("chronology_entry"),
        confine("chronology_refusedrow"),
    ]
