from django.db import migrations

from illuminate.foundation.database.policies import confine


class Migration(migrations.Migration):
    dependencies = [("agencies", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("agencies_informationrequest"),
        confine("agencies_nilreturn"),
        confine("agencies_imr"),
        confine("agencies_challenge"),
        confine("agencies_challengeanswer"),
        confine("agencies_reminder"),
    ]
