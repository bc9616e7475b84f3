-- Whose lack of a scope stands in the audit log just now, so that it stands there once an hour and not with every request.

CREATE TABLE accounts.access_refusal (
    actor       text        NOT NULL,
    route_class text        NOT NULL,
    expires_at  timestamptz NOT NULL,
    CONSTRAINT access_refusal_pk PRIMARY KEY (actor, route_class)
);
COMMENT ON TABLE accounts.access_refusal IS 'Refusals of known callers that were written down lately: one row for each caller and class of routes';
COMMENT ON COLUMN accounts.access_refusal.actor IS 'user/… or key/…, as in the audit log';
COMMENT ON COLUMN accounts.access_refusal.expires_at IS 'From when on the next one is written down again';
CREATE INDEX access_refusal_by_end ON accounts.access_refusal (expires_at);
