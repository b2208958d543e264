package com.faultmaven.identity.teams;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a team.
 *
 * @param name null to leave it
 * @param description makes the new one of the old
 */
public record TeamEdit(@Nullable TeamName name, UnaryOperator<@Nullable String> description) {}
