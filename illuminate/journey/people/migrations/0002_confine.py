from django.db import migrations

from illuminate.foundation.database.policies import confine


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial"), ("access", "0002_compartments")]
    operations = [confine("people_registerentry"), confine("people_subject")]
