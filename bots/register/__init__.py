"""Register: decisions, councils and the effect in words, for pages and lists."""
