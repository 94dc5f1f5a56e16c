"""Article and claims in, questions out: one file a recipe, then reject, then select."""
