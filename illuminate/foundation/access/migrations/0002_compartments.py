from django.db import migrations

SQL = """
-- Whoever is acting, unless their account has been closed: then nothing is seen, in whatever session.
CREATE FUNCTION access_actor() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id FROM access_user WHERE id = illuminate_actor() AND is_active
$$;

-- The compartments that whoever is acting may see. A view, not a function: for a few rows the planner looks each
-- compartment up by its index, for many it hashes them all (docs/adr/0009).
CREATE VIEW access_mine AS
  SELECT m.compartment_id, m.user_id FROM access_membership m
    WHERE m.user_id = (SELECT access_actor()) AND m.ended_at IS NULL
  UNION ALL
  SELECT m.compartment_id, p.user_id FROM access_membership m
    JOIN access_post p ON p.organisation_id = m.organisation_id AND p.role = m.role AND p.ended_on IS NULL
    WHERE p.user_id = (SELECT access_actor()) AND m.ended_at IS NULL
  UNION ALL
  SELECT c.id, c.opened_by FROM access_compartment c
    WHERE c.review_id = nullif(current_setting('app.opening', true), '')::uuid
      AND c.opened_by = (SELECT access_actor()) AND c.opened_in = pg_current_xact_id()::text;

CREATE FUNCTION access_in_review(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM access_compartment c JOIN access_mine v ON v.compartment_id = c.id
    WHERE c.review_id = wanted)
$$;

-- Who may seat others: those who hold an admitting role in the review, or who are opening it in this transaction.
CREATE FUNCTION access_may_admit(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM access_membership m JOIN access_compartment c ON c.id = m.compartment_id
      LEFT JOIN access_post p ON p.organisation_id = m.organisation_id AND p.role = m.role
        AND p.ended_on IS NULL AND p.user_id = access_actor()
      WHERE c.review_id = wanted AND m.ended_at IS NULL
        AND m.role IN ('coordinator', 'partnership_chair', 'independent_chair')
        AND (m.user_id = access_actor() OR p.user_id IS NOT NULL))
  OR EXISTS (
    SELECT 1 FROM access_compartment c WHERE c.review_id = wanted
      AND wanted = nullif(current_setting('app.opening', true), '')::uuid
      AND c.opened_by = access_actor() AND c.opened_in = pg_current_xact_id()::text)
$$;

CREATE FUNCTION access_open(new_id uuid, of_review uuid, of_kind text, of_organisation uuid, of_branch uuid,
                            new_title text, new_reference text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE known uuid;
BEGIN
  IF access_actor() IS NULL THEN RAISE EXCEPTION 'nobody is acting'; END IF;
  IF EXISTS (SELECT 1 FROM access_compartment WHERE review_id = of_review) AND NOT access_may_admit(of_review) THEN
    RAISE EXCEPTION 'only the review''s own team may open a compartment';
  END IF;
  SELECT id INTO known FROM access_compartment WHERE review_id = of_review AND kind = of_kind
    AND organisation_id IS NOT DISTINCT FROM of_organisation AND branch IS NOT DISTINCT FROM of_branch;
  IF known IS NOT NULL THEN RETURN known; END IF;
  INSERT INTO access_compartment
    (id, review_id, kind, organisation_id, branch, title, reference, opened_by, opened_at, opened_in)
    VALUES (new_id, of_review, of_kind, of_organisation, of_branch, new_title, new_reference,
            illuminate_actor(), clock_timestamp(), pg_current_xact_id()::text)
    ON CONFLICT (review_id, kind, organisation_id, branch) DO NOTHING;
  SELECT id INTO known FROM access_compartment WHERE review_id = of_review AND kind = of_kind
    AND organisation_id IS NOT DISTINCT FROM of_organisation AND branch IS NOT DISTINCT FROM of_branch;
  RETURN known;
END $$;

CREATE FUNCTION access_admit(to_compartment uuid, new_user uuid, new_organisation uuid, new_role text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_review uuid;
BEGIN
  SELECT review_id INTO of_review FROM access_compartment WHERE id = to_compartment;
  IF of_review IS NULL OR NOT access_may_admit(of_review) THEN
    RAISE EXCEPTION 'only the review''s own team may admit somebody';
  END IF;
  INSERT INTO access_membership
    (id, compartment_id, user_id, organisation_id, role, admitted_by, admitted_at, ended_at)
    VALUES (gen_random_uuid(), to_compartment, new_user, new_organisation, new_role, illuminate_actor(),
            clock_timestamp(), NULL)
    ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

CREATE FUNCTION access_dismiss(of_review uuid, old_user uuid, old_role text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended integer;
BEGIN
  IF NOT access_may_admit(of_review) THEN
    RAISE EXCEPTION 'only the review''s own team may dismiss somebody';
  END IF;
  UPDATE access_membership m SET ended_at = clock_timestamp() FROM access_compartment c
    WHERE c.id = m.compartment_id AND c.review_id = of_review AND m.user_id = old_user AND m.role = old_role
      AND m.ended_at IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

CREATE FUNCTION access_retitle(of_review uuid, new_title text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE changed integer;
BEGIN
  IF NOT access_may_admit(of_review) THEN RAISE EXCEPTION 'only the review''s own team may retitle it'; END IF;
  UPDATE access_compartment SET title = new_title WHERE review_id = of_review;
  GET DIAGNOSTICS changed = ROW_COUNT;
  RETURN changed;
END $$;

CREATE FUNCTION access_keep_key(of_review uuid, new_wrapped bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT access_may_admit(of_review) THEN RAISE EXCEPTION 'only who opens a review may keep its key'; END IF;
  INSERT INTO access_reviewkey (review_id, wrapped, created_at) VALUES (of_review, new_wrapped, clock_timestamp());
END $$;

CREATE FUNCTION access_review_key(of_review uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT wrapped FROM access_reviewkey WHERE review_id = of_review AND access_in_review(of_review)
$$;

REVOKE INSERT, UPDATE, DELETE ON access_mine FROM illuminate_web, illuminate_worker;
REVOKE ALL ON access_reviewkey FROM illuminate_web, illuminate_worker;
REVOKE INSERT, UPDATE, DELETE ON access_compartment, access_membership FROM illuminate_web, illuminate_worker;

ALTER TABLE access_compartment ENABLE ROW LEVEL SECURITY;
CREATE POLICY compartment ON access_compartment USING (
  EXISTS (SELECT 1 FROM access_mine v WHERE v.compartment_id = access_compartment.id));
ALTER TABLE access_membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY compartment ON access_membership USING (
  EXISTS (SELECT 1 FROM access_mine v WHERE v.compartment_id = access_membership.compartment_id));
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY compartment ON audit_event FOR SELECT USING (
  EXISTS (SELECT 1 FROM access_mine v WHERE v.compartment_id = audit_event.compartment_id)
  OR (compartment_id IS NULL AND (actor_id = illuminate_actor() OR subject_id = illuminate_actor()::text)));
CREATE POLICY writing ON audit_event FOR INSERT WITH CHECK (true);
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("audit", "0002_chain")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
