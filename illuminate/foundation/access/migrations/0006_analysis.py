from django.db import migrations, models

KINDS = ["core", "panel", "agency", "released", "family", "notifier", "home_office", "commissioner", "action", "analysis"]


class Migration(migrations.Migration):
    dependencies = [("access", "0005_draft_title")]
    operations = [
        migrations.AlterField(
            model_name="compartment",
            name="kind",
            field=models.CharField(choices=[(kind, kind) for kind in KINDS], max_length=20),
        )
    ]
