from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies: list[tuple[str, str]] = []
    operations = [
        migrations.RunSQL(
            """
            CREATE FUNCTION illuminate_actor() RETURNS uuid LANGUAGE sql STABLE AS
            $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
            """,
            "DROP FUNCTION illuminate_actor();",
        ),
    ]
