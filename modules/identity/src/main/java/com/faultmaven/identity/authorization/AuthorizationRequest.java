package com.faultmaven.identity.authorization;

/**
 * What a client asks a person for.
 *
 * @param redirectUri where they are to be led back to
 * @param challenge the SHA-256 of what the client will show, in base64url
 */
public record AuthorizationRequest(String clientId, String redirectUri, String challenge) {}
