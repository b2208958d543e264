package com.faultmaven.tags;

import com.faultmaven.kernel.EntityVersion;

/**
 * A case as far as its tags go.
 *
 * @param version of the case
 */
public record TaggedCase(CaseTags tags, EntityVersion version) {}
