-- What an event follows from. It may leave long after, and by somebody else's hand: after a crash, or with the next batch.
ALTER TABLE platform.outbox
    ADD COLUMN request_id  text,
    ADD COLUMN traceparent text;
COMMENT ON COLUMN platform.outbox.request_id IS 'The request that the event follows from, null where none began it';
COMMENT ON COLUMN platform.outbox.traceparent IS 'The trace that the event belongs to, as W3C Trace Context writes it';
