from django.db import migrations

SQL = """
-- The private links of the demo, for its own door; none where reviews are real.
CREATE FUNCTION involvement_demo_doors(at timestamptz) RETURNS TABLE (link_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT l.id, l.user_id FROM involvement_privatelink l JOIN access_user u ON u.id = l.user_id
    WHERE l.withdrawn_at IS NULL AND l.expires_at > at AND u.is_active
      AND NOT EXISTS (SELECT 1 FROM access_installation WHERE kind = 'real')
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("involvement", "0002_confine"), ("access", "0004_people")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
