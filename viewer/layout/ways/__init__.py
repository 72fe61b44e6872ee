"""The ways of arrows: curves, where they end, how they keep apart, and what stands near them."""
