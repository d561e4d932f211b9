"""What `benchmarks.anonymise` measures with: texts whose every mention is known, and how each is counted."""
