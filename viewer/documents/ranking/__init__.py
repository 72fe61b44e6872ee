"""Which of the passages that were found says most about a target."""
