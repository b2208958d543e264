package com.faultmaven.sessions;

import com.faultmaven.cases.Metadata;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a session.
 *
 * @param title makes the new title of the old one
 * @param status null to leave it
 * @param timeoutMinutes null to leave it
 * @param metadata makes the new metadata of the old
 */
public record SessionEdit(
    UnaryOperator<@Nullable String> title,
    @Nullable SessionStatus status,
    @Nullable Integer timeoutMinutes,
    UnaryOperator<Metadata> metadata) {}
