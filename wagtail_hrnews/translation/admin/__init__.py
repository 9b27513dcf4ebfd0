"""What editors and reviewers see in Wagtail's admin; thin, on the use cases."""
