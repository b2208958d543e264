package com.faultmaven.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of the case it opens.
 *
 * @param title null for a generated one
 * @param description at most 10,000 characters
 * @param tagsAsWritten what v1 calls its tags, with their repetitions; null if it says nothing else
 * @param initialMessage the first thing said in it, at most 10,000 characters
 */
public record NewCase(
    @Nullable Title title,
    String description,
    @Nullable SessionId sessionId,
    Severity severity,
    Category category,
    Metadata metadata,
    TagNames tags,
    @Nullable List<String> tagsAsWritten,
    @Nullable String initialMessage) {}
