"""The measurements: that what they count is what they say."""
