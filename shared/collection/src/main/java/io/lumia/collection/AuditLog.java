package io.lumia.collection;

/** What people did to collection; entries are never changed. */
public interface AuditLog {

    /** Inside the transaction of what was done. */
    void add(AuditEntry entry);
}
