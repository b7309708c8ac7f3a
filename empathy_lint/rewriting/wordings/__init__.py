"""One kind of rewrite a module: each is a function from a finding in its sentence to wordings, best first."""
