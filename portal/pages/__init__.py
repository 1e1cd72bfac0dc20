"""The pages, one module for each thing people do. Each has `PAGES`, the routes it serves."""
