package com.faultmaven.casesv1;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, as v1's clients know it.
 *
 * @param type a word for programs
 * @param loc the way to it: {@code body} or {@code query}, then names and indexes
 * @param msg a sentence for a person
 * @param input what was sent there
 */
record Mistake(String type, List<Object> loc, String msg, @Nullable Object input) {}
