from django.db import migrations

from illuminate.foundation.database.policies import confine

TABLES = (
    "relative", "step", "contactwish", "quietday", "contribution", "namingwish", "toldofpublication", "privatelink",
    "draftreading", "readingsection", "comment", "reply",
)  # fmt: skip

SQL = """
-- Who is behind a private link, asked before anybody is signed in: only by the link's own digest, only while it is
-- good, and nothing else about it.
CREATE FUNCTION involvement_door(wanted text, at timestamptz) RETURNS TABLE (link_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, l.user_id FROM involvement_privatelink l JOIN access_user u ON u.id = l.user_id
    WHERE l.digest = wanted AND l.withdrawn_at IS NULL AND l.expires_at > at AND u.is_active
$$;

-- The name that the family agreed, for a relative, who can't see the review's own row.
CREATE FUNCTION involvement_agreed_name(wanted uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT pseudonym FROM reviews_review WHERE id = wanted AND access_in_review(wanted)
$$;

-- How far the families of a review are, in numbers: for whoever sits in its core and must sign off or publish, and
-- may not see who takes part.
CREATE FUNCTION involvement_standing(wanted uuid, today date)
RETURNS TABLE (relatives bigint, not_told bigint, wait_for_draft bigint, reading bigint, unanswered bigint,
               not_told_of_publication bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH allowed AS (
    SELECT 1 FROM access_compartment c
      WHERE c.review_id = wanted AND c.kind = 'core' AND c.id IN (SELECT compartment_id FROM access_mine)
  ), person AS (
    SELECT id FROM involvement_relative WHERE review_id = wanted AND EXISTS (SELECT 1 FROM allowed)
  ), step AS (
    SELECT DISTINCT ON (s.relative_id, s.code) s.relative_id, s.code, s.state FROM involvement_step s
      JOIN person p ON p.id = s.relative_id
      ORDER BY s.relative_id, s.code, s.happened_on DESC, s.recorded_at DESC
  ), given AS (
    SELECT DISTINCT ON (r.relative_id) r.relative_id, (r.finished_on IS NOT NULL OR r.until < today) AS over
      FROM involvement_draftreading r JOIN person p ON p.id = r.relative_id
      ORDER BY r.relative_id, (r.kind = 'overview') DESC, r.version DESC
  ), reader AS (
    SELECT s.relative_id, g.over FROM step s LEFT JOIN given g ON g.relative_id = s.relative_id
      WHERE s.code = 'draft' AND s.state = 'accepted'
  )
  SELECT
    (SELECT count(*) FROM person),
    (SELECT count(*) FROM person p WHERE NOT EXISTS
      (SELECT 1 FROM involvement_step s WHERE s.relative_id = p.id AND s.code = 'told' AND s.state <> 'not_yet')),
    (SELECT count(*) FROM reader WHERE over IS NULL),
    (SELECT count(*) FROM reader WHERE NOT over),
    (SELECT count(*) FROM involvement_comment c JOIN involvement_draftreading r ON r.id = c.reading_id
      JOIN person p ON p.id = r.relative_id
      WHERE c.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM involvement_reply a WHERE a.comment_id = c.id)),
    (SELECT count(*) FROM person p
      WHERE NOT EXISTS (SELECT 1 FROM step s
          WHERE s.relative_id = p.id AND s.code = 'contact' AND s.state = 'declined')
        AND NOT EXISTS (SELECT 1 FROM involvement_toldofpublication t WHERE t.relative_id = p.id))
$$;

REVOKE UPDATE, DELETE ON involvement_step, involvement_draftreading FROM illuminate_web, illuminate_worker;
GRANT UPDATE (finished_on, until) ON involvement_draftreading TO illuminate_web;
REVOKE DELETE ON involvement_relative, involvement_contribution, involvement_comment, involvement_reply,
  involvement_privatelink, involvement_toldofpublication FROM illuminate_web, illuminate_worker;
REVOKE UPDATE, DELETE ON involvement_readingsection FROM illuminate_web, illuminate_worker;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("involvement", "0001_initial"),
        ("access", "0002_compartments"),
        ("reviews", "0002_moving"),
    ]
    operations = [
        *(confine(f"involvement_{table}") for table in TABLES),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
