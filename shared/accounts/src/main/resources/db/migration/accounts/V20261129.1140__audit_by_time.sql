-- Entries are appended nearly in the order of their times, so that this index, which keeps the range of each stretch of pages, is
-- enough for "what happened in that week".
CREATE INDEX audit_entry_by_time ON accounts.audit_entry USING brin (at);
