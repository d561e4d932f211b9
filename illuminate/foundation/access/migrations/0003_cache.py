from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("access", "0002_compartments")]
    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE illuminate_cache
              (cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL);
            CREATE INDEX illuminate_cache_expires ON illuminate_cache (expires);
            """,
            "DROP TABLE illuminate_cache;",
        )
    ]
