-- What people do to collection is part of the one audit chain (docs/decisions/0014). Here, since neither domain knows the other.
--
-- collection.audit_entry keeps what was done in full, such as a job's document and a person's note. The chain gets who did what to
-- which, and a hash of the rest, in the same transaction: whoever changes either is seen.

-- length:bytes, as io.lumia.accounts.audit.Netstrings writes it.
CREATE FUNCTION accounts.netstring(a_text text) RETURNS bytea LANGUAGE sql IMMUTABLE
    RETURN convert_to(octet_length(convert_to(a_text, 'UTF8')) || ':' || a_text || ',', 'UTF8');

-- As java.time.Instant prints it: no fraction, or three digits, or six.
CREATE FUNCTION accounts.instant_text(a_time timestamptz) RETURNS text LANGUAGE sql STABLE
    RETURN to_char(a_time AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
        || CASE WHEN extract(microseconds FROM a_time)::bigint % 1000000 = 0 THEN ''
                WHEN extract(microseconds FROM a_time)::bigint % 1000 = 0 THEN to_char(a_time AT TIME ZONE 'UTC', '.MS')
                ELSE to_char(a_time AT TIME ZONE 'UTC', '.US') END
        || 'Z';

-- The same as io.lumia.accounts.audit.AuditHash and JdbcAuditLog.add; a test holds the two equal. Names of details in ascending order.
CREATE FUNCTION accounts.append_act(
    a_at timestamptz, a_actor text, a_kind text, a_subject text, a_names text[], a_values text[], a_request_id text
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    head    accounts.audit_head;
    content bytea;
    next    text;
BEGIN
    SELECT h.* INTO STRICT head FROM accounts.audit_head h FOR UPDATE;
    content := decode(head.hash, 'hex')
        || accounts.netstring('lumia-audit-1')
        || accounts.netstring((head.sequence + 1)::text)
        || accounts.netstring(accounts.instant_text(a_at))
        || accounts.netstring(a_actor)
        || accounts.netstring(a_kind)
        || accounts.netstring(a_subject)
        || accounts.netstring(a_request_id)
        || accounts.netstring(cardinality(a_names)::text);
    FOR i IN 1 .. cardinality(a_names) LOOP
        content := content || accounts.netstring(a_names[i]) || accounts.netstring(a_values[i]);
    END LOOP;
    next := encode(sha256(content), 'hex');
    INSERT INTO accounts.audit_entry (sequence, at, actor, kind, subject, detail_names, detail_values, request_id, previous_hash, hash)
    VALUES (head.sequence + 1, a_at, a_actor, a_kind, a_subject, a_names, a_values, a_request_id, head.hash, next);
    UPDATE accounts.audit_head SET sequence = head.sequence + 1, hash = next;
END
$$;
COMMENT ON FUNCTION accounts.append_act IS 'Appends an entry to the audit chain; last in its transaction, since all who append wait for each other';

CREATE FUNCTION collection.chain_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM accounts.append_act(
        NEW.at,
        CASE WHEN NEW.actor ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN 'user/' ELSE 'program/' END || NEW.actor,
        NEW.action,
        NEW.subject,
        ARRAY['details_sha256', 'entry'],
        ARRAY[encode(sha256(convert_to(NEW.details::text, 'UTF8')), 'hex'), NEW.entry_number::text],
        NEW.request_id);
    RETURN NULL;
END
$$;

-- Deferred: at the end of the transaction, wherever in it the act was written down.
CREATE CONSTRAINT TRIGGER audit_entry_chained AFTER INSERT ON collection.audit_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION collection.chain_act();
CREATE TRIGGER audit_entry_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON collection.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION accounts.refuse_change();
COMMENT ON TABLE collection.audit_entry IS
    'Who did what to collection, in full; append-only. Each row stands in accounts.audit_entry with a hash of its details';
