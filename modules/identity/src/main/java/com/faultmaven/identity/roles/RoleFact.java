package com.faultmaven.identity.roles;

import java.time.Instant;

/**
 * That somebody's roles have changed, published in the transaction that makes it so.
 *
 * @param fact its number among the facts of the user
 */
public record RoleFact(RoleChange change, long fact, Instant at) {}
