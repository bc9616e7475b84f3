package io.lumia.accounts.token;

/** Is told of every key that is made, last in the transaction that keeps it: what it notes is there if the key is. */
@FunctionalInterface
public interface SigningKeyWitness {

    void made(StoredSigningKey key);
}
