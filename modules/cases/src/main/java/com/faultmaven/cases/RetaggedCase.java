package com.faultmaven.cases;

import com.faultmaven.kernel.EntityVersion;

/**
 * A case that has other tags now.
 *
 * @param fact the number of the fact to be told of it: the {@code aggregate_version} of its event
 * @param version of the case as clients see it, after the change
 */
public record RetaggedCase(long fact, EntityVersion version) {}
