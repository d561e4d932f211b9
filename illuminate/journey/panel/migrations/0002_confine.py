from django.db import migrations

from illuminate.foundation.database.policies import confine


class Migration(migrations.Migration):
    dependencies = [("panel", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("panel_chairappointment"),
        confine("panel_panelmember"),
        confine("panel_specialistabsence"),
        confine("panel_termsofreference"),
        confine("panel_keyline"),
        confine("panel_meeting"),
        confine("panel_paper"),
    ]
