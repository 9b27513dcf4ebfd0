"""What leaves the site for readers and machines: metadata, feeds, sitemaps, links between languages."""
