from django.db import migrations

SQL = """
-- The partnerships whose people and address book whoever is acting looks after.
CREATE FUNCTION access_my_partnerships() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT organisation_id FROM access_post
    WHERE user_id = access_actor() AND role = 'coordinator' AND ended_on IS NULL
$$;

ALTER TABLE access_contact ENABLE ROW LEVEL SECURITY;
CREATE POLICY partnership ON access_contact USING (partnership_id IN (SELECT access_my_partnerships()));
ALTER TABLE access_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON access_draft USING (user_id = illuminate_actor());
ALTER TABLE access_submission ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON access_submission USING (user_id = illuminate_actor());

-- Once a database holds reviews, nobody changes of which kind they are.
REVOKE UPDATE, DELETE ON access_installation FROM illuminate_web, illuminate_worker;

-- Who can be signed in as in the demo, with every role they hold; nobody where reviews are real.
CREATE FUNCTION access_demo_cast() RETURNS TABLE (user_id uuid, role text, organisation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT held.user_id, held.role, held.organisation_id FROM (
    SELECT p.user_id, p.role, p.organisation_id FROM access_post p WHERE p.ended_on IS NULL
    UNION
    SELECT m.user_id, m.role, m.organisation_id FROM access_membership m
      WHERE m.user_id IS NOT NULL AND m.ended_at IS NULL) held
  JOIN access_user u ON u.id = held.user_id AND u.kind = 'person' AND u.is_active
  WHERE NOT EXISTS (SELECT 1 FROM access_installation WHERE kind = 'real')
$$;

-- What is kept for a while only: unsent drafts, what was sent, sessions that have ended.
CREATE FUNCTION access_forget(drafts interval, submissions interval) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone integer; total integer := 0;
BEGIN
  DELETE FROM access_draft WHERE saved_at < now() - drafts;
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM access_submission WHERE sent_at < now() - submissions;
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  DELETE FROM django_session WHERE expire_date < now();
  GET DIAGNOSTICS gone = ROW_COUNT; total := total + gone;
  RETURN total;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_cache"), ("sessions", "0001_initial")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
