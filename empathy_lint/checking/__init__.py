"""Facts become findings: rules in YAML, loaded, validated, compiled and run."""
