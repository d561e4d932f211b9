from django.contrib.auth.hashers import make_password
from django.db import migrations

from illuminate.foundation.database.policies import confine
from illuminate.journey.anonymity.actors import MACHINE, NAME

AS_MACHINE = f"illuminate_actor() = '{MACHINE}'::uuid AND current_user = 'illuminate_worker'"


def make_actor(apps, schema_editor):
    """The part of the program that sees which files wait for the machine."""
    users = apps.get_model("access", "User").objects.using(schema_editor.connection.alias)
    if not users.filter(pk=MACHINE).exists():
        users.create(pk=MACHINE, kind="system", name=NAME, password=make_password(None))


class Migration(migrations.Migration):
    dependencies = [("anonymity", "0003_machine_work")]
    operations = [
        confine("anonymity_readwords"),
        confine("anonymity_machinework", also=AS_MACHINE),
        migrations.RunPython(make_actor, migrations.RunPython.noop),
    ]
