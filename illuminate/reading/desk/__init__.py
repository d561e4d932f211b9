"""What waits for me; the review's page, task list and history."""
