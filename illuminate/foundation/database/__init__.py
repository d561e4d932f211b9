"""PostgreSQL: the embedded server, the separate logins, who is acting, and the policies on rows."""
