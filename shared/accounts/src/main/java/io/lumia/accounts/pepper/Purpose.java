package io.lumia.accounts.pepper;

/** What a derived key is for. The text enters the derivation: changing it makes everything made with it unreadable. */
public enum Purpose {
    /** Hashes under which partner keys are stored. */
    PARTNER_KEY("lumia.partner-key.1"),
    /** Hashes that stand for addresses, in quotas and in the audit log. */
    ADDRESS("lumia.address.1"),
    /** Signatures of the audit log's checkpoints. */
    AUDIT_CHECKPOINT("lumia.audit-checkpoint.1"),
    /** Encryption of webhook secrets. */
    WEBHOOK_SECRET("lumia.webhook-secret.1");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
