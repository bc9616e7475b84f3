package io.lumia.accounts.partner;

/** A new key and its text, which is nowhere else: shown once. */
public record IssuedKey(PartnerKey key, KeyText text) {}
