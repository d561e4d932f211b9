from django.contrib.auth.hashers import make_password
from django.db import migrations

from illuminate.foundation.database.policies import confine
from illuminate.foundation.mailroom.actors import MAILROOM, NAMES

AS_MAILROOM = f"illuminate_actor() = '{MAILROOM}'::uuid AND current_user = 'illuminate_worker'"

SQL = f"""
-- Mail about an account lies in no compartment: whoever writes it may (nobody signed in, too), whoever wrote it or
-- gets it may see it.
CREATE POLICY account_mail ON mailroom_message
  USING (compartment_id IS NULL AND (created_by_id = illuminate_actor() OR to_user_id = illuminate_actor()))
  WITH CHECK (compartment_id IS NULL AND created_by_id IS NOT DISTINCT FROM illuminate_actor());
REVOKE DELETE ON mailroom_message FROM illuminate_web, illuminate_worker;

-- A review's data key for its own people, and for the mailroom while it has something to send for the review.
CREATE FUNCTION mailroom_key(of_review uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT wrapped FROM access_reviewkey k WHERE k.review_id = of_review AND (
    access_in_review(of_review)
    OR (illuminate_actor() = '{MAILROOM}'::uuid AND session_user = 'illuminate_worker'
        AND EXISTS (SELECT 1 FROM mailroom_message m WHERE m.review_id = of_review AND m.status = 'waiting')))
$$;
"""


def make_actors(apps, schema_editor):
    """The parts of the program that act by themselves."""
    users = apps.get_model("access", "User").objects.using(schema_editor.connection.alias)
    for pk, name in NAMES.items():
        if not users.filter(pk=pk).exists():
            users.create(pk=pk, kind="system", name=name, password=make_password(None))


class Migration(migrations.Migration):
    dependencies = [("mailroom", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("mailroom_message", also=AS_MAILROOM),
        migrations.RunSQL(SQL, "DROP FUNCTION mailroom_key(uuid); DROP POLICY account_mail ON mailroom_message;"),
        migrations.RunPython(make_actors, migrations.RunPython.noop),
    ]
