package com.faultmaven.__name__;

import com.faultmaven.kernel.UserId;
import java.time.Instant;

/** What a user has added. */
public record Entry(EntryId id, UserId owner, String text, Instant addedAt) {}
