"""Every place in a file where a name can hide: files with one name planted, each beside the same file without it."""
