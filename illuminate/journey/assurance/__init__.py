"""Sign-off, submission to the Home Office, its points, the answers, its approval."""
