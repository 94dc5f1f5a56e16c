"""Article in, Claims out: who said what, in whose words, in what role."""
