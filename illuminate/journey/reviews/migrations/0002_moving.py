from django.db import migrations

from illuminate.foundation.database.policies import confine

SQL = """
-- Where a review stands, for whoever sits in any of its compartments.
CREATE FUNCTION reviews_stage(wanted uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT stage FROM reviews_review WHERE id = wanted AND access_in_review(wanted)
$$;

CREATE FUNCTION reviews_compartment(wanted uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT compartment_id FROM reviews_review WHERE id = wanted AND access_in_review(wanted)
$$;

-- Moves a review if it still stands where the mover saw it. Who may take which step is the lifecycle table's to say.
CREATE FUNCTION reviews_move(wanted uuid, start text, target text, on_day date, why text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE panel uuid;
BEGIN
  IF NOT access_in_review(wanted) THEN RAISE EXCEPTION 'this review is not open to who is acting'; END IF;
  UPDATE reviews_review SET stage = target, stage_since = on_day WHERE id = wanted AND stage = start
    RETURNING compartment_id INTO panel;
  IF panel IS NULL THEN RETURN false; END IF;
  INSERT INTO reviews_stagemove
    (id, compartment_id, recorded_at, review_id, from_stage, to_stage, happened_on, reason, moved_by_id)
    VALUES (gen_random_uuid(), panel, clock_timestamp(), wanted, start, target, on_day, why, illuminate_actor());
  RETURN true;
END $$;

-- The next number of a partnership's year, one at a time.
CREATE FUNCTION reviews_next_number(of_partnership uuid, of_year integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE taken integer;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext(of_partnership::text), of_year);
  SELECT count(*) INTO taken FROM reviews_review
    WHERE partnership_id = of_partnership AND extract(year FROM notified_on) = of_year;
  RETURN taken + 1;
END $$;

REVOKE UPDATE, DELETE ON reviews_stagemove FROM illuminate_web, illuminate_worker;
REVOKE DELETE ON reviews_review FROM illuminate_web, illuminate_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0001_initial"), ("access", "0002_compartments")]
    operations = [
        confine("reviews_review"),
        confine("reviews_stagemove"),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
