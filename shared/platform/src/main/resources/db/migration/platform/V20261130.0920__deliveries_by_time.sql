-- For forgetting deliveries of long ago: rows lie in the order of these times, so that an index of ranges of pages is enough.
CREATE INDEX outbox_by_time ON platform.outbox USING brin (added_at);
CREATE INDEX inbox_by_time ON platform.inbox USING brin (accepted_at);
