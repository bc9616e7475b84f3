package io.lumia.functions.accountapi;

import io.lumia.platform.http.Admission;

/**
 * Somebody with an account who is signed in.
 *
 * @param admission what the gateway's authoriser says of his access token
 */
public record Member(String id, String email, String accessToken, String refreshToken, Admission admission) {}
