from django.db import migrations

from illuminate.foundation.database.policies import confine

MINE = "EXISTS (SELECT 1 FROM access_mine v WHERE v.compartment_id = anonymity_verdict.compartment_id)"
SQL = f"""
-- Whether who is acting may know of the verdict on a check. Their own, always. Nobody else's on the same bytes, in
-- whichever round, as long as they owe a verdict on them; all of a round once theirs is given; and who was not asked
-- knows when as many as the round needs are given.
CREATE FUNCTION anonymity_may_see(of_check uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH same AS (
    SELECT c.round, c.checker_id, v.id IS NOT NULL AS given, c.round = asked.round AS same_round,
           asked.checker_id AS whose, asked.round AS asked_round
      FROM anonymity_check asked
      JOIN anonymity_check c ON c.review_id = asked.review_id AND c.digest = asked.digest
      LEFT JOIN anonymity_verdict v ON v.check_asked_id = c.id
      WHERE asked.id = of_check)
  SELECT bool_or(whose = illuminate_actor()) OR (
    NOT bool_or(checker_id = illuminate_actor() AND NOT given)
    AND (bool_or(checker_id = illuminate_actor() AND same_round)
         OR count(*) FILTER (WHERE same_round AND given)
            >= CASE min(asked_round) WHEN 'submission' THEN 1 ELSE 2 END))
  FROM same
$$;

CREATE FUNCTION anonymity_is_checker(of_check uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM anonymity_check WHERE id = of_check AND checker_id = illuminate_actor())
$$;

ALTER TABLE anonymity_verdict ENABLE ROW LEVEL SECURITY;
CREATE POLICY blind ON anonymity_verdict FOR SELECT
  USING ({MINE} AND (given_by_id = illuminate_actor() OR anonymity_may_see(check_asked_id)));
CREATE POLICY own ON anonymity_verdict FOR INSERT
  WITH CHECK ({MINE} AND given_by_id = illuminate_actor() AND anonymity_is_checker(check_asked_id));
REVOKE UPDATE, DELETE ON anonymity_verdict FROM illuminate_web, illuminate_worker;

-- The history must not tell what the table hides.
CREATE POLICY blind_verdicts ON audit_event AS RESTRICTIVE FOR SELECT USING (
  CASE WHEN kind = 'anonymity.verdict_given' THEN coalesce(anonymity_may_see(subject_id::uuid), false)
       ELSE true END);
"""
UNDO = """
DROP POLICY blind_verdicts ON audit_event;
DROP POLICY own ON anonymity_verdict;
DROP POLICY blind ON anonymity_verdict;
DROP FUNCTION anonymity_may_see(uuid), anonymity_is_checker(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("anonymity", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("anonymity_machinecheck"),
        confine("anonymity_settlement"),
        confine("anonymity_check"),
        migrations.RunSQL(SQL, UNDO),
    ]
