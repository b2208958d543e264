package com.faultmaven.messages;

import com.faultmaven.cases.Metadata;

/** What a caller adds to a conversation. */
public record NewMessage(MessageRole role, Content content, Metadata metadata) {}
