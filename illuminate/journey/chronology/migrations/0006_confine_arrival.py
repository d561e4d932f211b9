from django.contrib.auth.hashers import make_password
from django.db import migrations

from illuminate.foundation.database.policies import confine
from illuminate.journey.chronology.actors import READER, READER_NAME

AS_READER = f"illuminate_actor() = '{READER}'::uuid AND current_user = 'illuminate_worker'"


def make_actor(apps, schema_editor):
    """The part of the program that sees which large files wait to be read."""
    users = apps.get_model("access", "User").objects.using(schema_editor.connection.alias)
    if not users.filter(pk=READER).exists():
        users.create(pk=READER, kind="system", name=READER_NAME, password=make_password(None))


class Migration(migrations.Migration):
    dependencies = [("chronology", "0005_arrival")]
    operations = [
        confine("chronology_arrival", also=AS_READER),
        migrations.RunPython(make_actor, migrations.RunPython.noop),
    ]
