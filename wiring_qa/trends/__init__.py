"""What QA leads read: how often, what and where faults are found, and how long they last."""
