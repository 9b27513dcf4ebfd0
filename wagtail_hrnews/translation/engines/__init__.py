"""Machine-translation engines behind one contract: many texts in, one result a text out."""
