package com.faultmaven.tags;

/**
 * A tag in its owner's catalogue.
 *
 * @param tag in the spelling used most
 * @param cases on how many of the owner's cases it is
 */
public record TagUse(Tag tag, long cases) {}
