package com.faultmaven.cases.deletion;

import com.faultmaven.kernel.UserId;
import java.time.Instant;

/**
 * An accepted deletion.
 *
 * @param cases how many there are to delete, at that moment
 */
public record UserDataDeletion(UserId user, long cases, Instant acceptedAt) {}
