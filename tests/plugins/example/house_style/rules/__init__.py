"""The pack: YAML files beside this one. Settings name it with `packs: [house-style]`."""
