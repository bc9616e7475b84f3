-- A process may end between what a request does and the keeping of its answer. What was done by then is noted in the
-- transaction that did it, so that the same request does it no second time.

ALTER TABLE platform.idempotency_key
    ADD COLUMN effect_id   uuid    NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN took_effect boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN platform.idempotency_key.effect_id IS 'What the request makes is called so, however often it is tried under its key';
COMMENT ON COLUMN platform.idempotency_key.took_effect IS 'Whether a transaction of the request that changed something was committed';
