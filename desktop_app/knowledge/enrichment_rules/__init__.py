"""The rules of the enrichment, a file each; `knowledge.enrichment` lists and orders them."""
