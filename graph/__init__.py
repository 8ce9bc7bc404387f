"""The graph: facts, ledger, resolution, delta, projections, measures, stores."""
