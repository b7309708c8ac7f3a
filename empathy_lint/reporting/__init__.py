"""A report becomes what someone reads: one module a format."""
