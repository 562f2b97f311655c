"""The things zpj speaks of, as frozen data: projects and their indicators, findings, stamps, errors."""
