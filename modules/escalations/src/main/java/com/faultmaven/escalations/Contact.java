package com.faultmaven.escalations;

import com.faultmaven.kernel.EntityVersion;
import java.time.Instant;

/** One of an organization's directory. */
public record Contact(
    ContactId id, long number, ContactDetails details, Instant createdAt, EntityVersion version) {}
