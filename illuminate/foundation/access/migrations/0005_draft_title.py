from django.db import migrations

import illuminate.foundation.access.fields


class Migration(migrations.Migration):
    dependencies = [("access", "0004_people")]
    operations = [
        migrations.AddField(
            model_name="draft",
            name="title",
            field=illuminate.foundation.access.fields.EncryptedTextField(blank=True, default=None, null=True),
        )
    ]
