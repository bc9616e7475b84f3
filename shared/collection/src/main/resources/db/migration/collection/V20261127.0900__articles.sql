-- Texts can be collected like other facts.

ALTER TABLE collection.item DROP CONSTRAINT item_dataset_known, ADD CONSTRAINT item_dataset_known CHECK (dataset IN
    ('assets', 'actions', 'filings', 'bars', 'observations', 'fundamentals', 'company_facts', 'articles'));
ALTER TABLE collection.job DROP CONSTRAINT job_datasets_known, ADD CONSTRAINT job_datasets_known CHECK (cardinality(datasets) > 0
    AND datasets <@ ARRAY['assets', 'actions', 'filings', 'bars', 'observations', 'fundamentals', 'company_facts', 'articles']);
