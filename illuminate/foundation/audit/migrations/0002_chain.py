from django.db import migrations

TRIGGERS = """
CREATE FUNCTION audit_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.actor_id IS DISTINCT FROM illuminate_actor() THEN
    RAISE EXCEPTION 'the audit row names another actor than the one who is acting';
  END IF;
  NEW.recorded_at := clock_timestamp();
  NEW.sequence := NULL; NEW.previous := ''; NEW.hash := '';
  NEW.canonical := jsonb_build_object(
    'id', NEW.id, 'kind', NEW.kind, 'happened_on', NEW.happened_on,
    'recorded_at', to_char(NEW.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actor_id', NEW.actor_id, 'review_id', NEW.review_id, 'compartment_id', NEW.compartment_id,
    'subject_type', NEW.subject_type, 'subject_id', NEW.subject_id, 'detail', NEW.detail)::text;
  RETURN NEW;
END $$;

-- Events insert freely; the seal is set at commit, one transaction at a time, in the order of commits.
CREATE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE last_sequence bigint; last_hash text;
BEGIN
  PERFORM pg_advisory_xact_lock(1111000201);
  SELECT sequence, hash INTO last_sequence, last_hash FROM audit_event
    WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1;
  UPDATE audit_event SET
    sequence = coalesce(last_sequence, 0) + 1,
    previous = coalesce(last_hash, ''),
    hash = encode(sha256(convert_to(coalesce(last_hash, '') || canonical, 'UTF8')), 'hex')
    WHERE id = NEW.id;
  RETURN NULL;
END $$;

CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.sequence IS NULL AND NEW.sequence IS NOT NULL
     AND NEW.id = OLD.id AND NEW.canonical = OLD.canonical AND NEW.kind = OLD.kind
     AND NEW.recorded_at = OLD.recorded_at AND NEW.detail = OLD.detail
     AND NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the audit table only grows: % is refused', TG_OP;
END $$;

CREATE TRIGGER audit_open BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_open();
CREATE CONSTRAINT TRIGGER audit_seal AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION audit_seal();
CREATE TRIGGER audit_refuse BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER audit_refuse_truncate BEFORE TRUNCATE ON audit_event EXECUTE FUNCTION audit_refuse();

REVOKE UPDATE, DELETE, TRUNCATE ON audit_event FROM illuminate_web, illuminate_worker;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial"), ("database", "0001_actor")]
    operations = [migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop)]
