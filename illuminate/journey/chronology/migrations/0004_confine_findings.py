from django.contrib.auth.hashers import make_password
from django.db import migrations

from illuminate.foundation.database.policies import confine
from illuminate.journey.chronology.actors import COMPARER, NAME

AS_COMPARER = f"illuminate_actor() = '{COMPARER}'::uuid AND current_user = 'illuminate_worker'"
WAITING = "EXISTS (SELECT 1 FROM chronology_comparison c WHERE c.review_id = {table}.review_id AND c.compared < c.asked)"

SQL = f"""
-- Reviews whose agencies were asked before there was a place for the analysis.
INSERT INTO access_compartment
    (id, review_id, kind, organisation_id, branch, title, reference, opened_by, opened_at, opened_in)
  SELECT DISTINCT ON (review_id) gen_random_uuid(), review_id, 'analysis', NULL::uuid, NULL::uuid, title, reference,
         opened_by, clock_timestamp(), ''
    FROM access_compartment WHERE kind = 'agency' ORDER BY review_id, opened_at
  ON CONFLICT DO NOTHING;
INSERT INTO access_membership (id, compartment_id, user_id, organisation_id, role, admitted_by, admitted_at)
  SELECT DISTINCT ON (a.id, m.user_id, m.organisation_id, m.role)
         gen_random_uuid(), a.id, m.user_id, m.organisation_id, m.role, m.admitted_by, clock_timestamp()
    FROM access_compartment a
    JOIN access_compartment s ON s.review_id = a.review_id AND s.kind = 'agency'
    JOIN access_membership m ON m.compartment_id = s.id AND m.ended_at IS NULL
   WHERE a.kind = 'analysis' AND m.role IN ('coordinator', 'independent_chair', 'report_author')
  ON CONFLICT DO NOTHING;

-- What is compared, seen by the part of the program that compares, and only while it waits to be compared.
CREATE POLICY comparing ON chronology_entry FOR SELECT
  USING ({AS_COMPARER} AND {WAITING.format(table="chronology_entry")});
CREATE POLICY comparing ON chronology_chronologyfile FOR SELECT
  USING ({AS_COMPARER} AND {WAITING.format(table="chronology_chronologyfile")});

-- A review's analysis or panel, for those who sit in the review and for the comparison.
CREATE FUNCTION chronology_place(of_review uuid, of_kind text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM access_compartment
   WHERE review_id = of_review AND kind = of_kind AND organisation_id IS NULL AND branch IS NULL
     AND (access_in_review(of_review)
          OR (illuminate_actor() = '{COMPARER}'::uuid AND session_user = 'illuminate_worker'))
$$;

-- Says that a review's entries are to be compared: an agency's author does not see the analysis itself.
CREATE FUNCTION chronology_compare(of_review uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT access_in_review(of_review) THEN RAISE EXCEPTION 'only who sits in the review may have it compared'; END IF;
  INSERT INTO chronology_comparison
      (id, compartment_id, recorded_at, review_id, asked, compared, entry_count, failed)
    SELECT gen_random_uuid(), c.id, clock_timestamp(), of_review, 1, 0, 0, false
      FROM access_compartment c WHERE c.review_id = of_review AND c.kind = 'analysis'
    ON CONFLICT (review_id) DO UPDATE
      SET asked = chronology_comparison.asked + 1, began_at = NULL, failed = false;
END $$;

-- A review's data key for its own people, and for the comparison while there is something to compare.
CREATE FUNCTION chronology_key(of_review uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT wrapped FROM access_reviewkey k WHERE k.review_id = of_review AND (
    access_in_review(of_review)
    OR (illuminate_actor() = '{COMPARER}'::uuid AND session_user = 'illuminate_worker'
        AND EXISTS (SELECT 1 FROM chronology_comparison c WHERE c.review_id = of_review AND c.compared < c.asked)))
$$;
"""
UNDO = """
DROP FUNCTION chronology_key(uuid), chronology_compare(uuid), chronology_place(uuid, text);
DROP POLICY comparing ON chronology_entry;
DROP POLICY comparing ON chronology_chronologyfile;
"""


def make_actor(apps, schema_editor):
    """The part of the program that compares by itself."""
    users = apps.get_model("access", "User").objects.using(schema_editor.connection.alias)
    if not users.filter(pk=COMPARER).exists():
        users.create(pk=COMPARER, kind="system", name=NAME, password=make_password(None))


class Migration(migrations.Migration):
    dependencies = [("chronology", "0003_findings"), ("access", "0006_analysis")]
    operations = [
        confine("chronology_comparison", also=AS_COMPARER),
        confine("chronology_finding", also=AS_COMPARER),
        confine("chronology_settlement", also=AS_COMPARER),
        confine("chronology_mark", also=AS_COMPARER),
        confine("chronology_columnmapping"),
        migrations.RunSQL(SQL, UNDO),
        migrations.RunPython(make_actor, migrations.RunPython.noop),
    ]
