"""Migration operations that put rows under row-level security."""

from django.db.migrations.operations import RunSQL


def confine(table: str, *, also: str = "") -> RunSQL:
    """Show the rows of a table only to members of the compartment that each row lies in.

    `also` widens the policy with one more SQL condition: for a system actor, named where it is used.
    """
    mine = f"EXISTS (SELECT 1 FROM access_mine v WHERE v.compartment_id = {table}.compartment_id)"  # noqa: S608 - our own name
    allowed = f"{mine} OR ({also})" if also else mine
    return RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY compartment ON {table} USING ({allowed}) WITH CHECK ({allowed});",
        f"DROP POLICY compartment ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )
