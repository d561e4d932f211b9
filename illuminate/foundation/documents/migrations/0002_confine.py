from django.db import migrations

from illuminate.foundation.database.policies import confine

SQL = """
-- Which of the given digests no document of a review has, whatever compartment it lies in. For the sweeper only.
CREATE FUNCTION documents_unnamed(of_review uuid, digests text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT d FROM unnest(digests) AS d
    WHERE NOT EXISTS (SELECT 1 FROM documents_document WHERE review_id = of_review AND digest = d)
$$;
REVOKE EXECUTE ON FUNCTION documents_unnamed(uuid, text[]) FROM illuminate_web;
REVOKE DELETE ON documents_document FROM illuminate_web, illuminate_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("documents_document"),
        migrations.RunSQL(SQL, "DROP FUNCTION documents_unnamed(uuid, text[]);"),
    ]
