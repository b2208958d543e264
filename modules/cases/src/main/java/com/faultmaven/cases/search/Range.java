package com.faultmaven.cases.search;

/**
 * A part of a text.
 *
 * @param start in UTF-16 code units, as Java and JavaScript count
 * @param end exclusive
 */
public record Range(int start, int end) {}
