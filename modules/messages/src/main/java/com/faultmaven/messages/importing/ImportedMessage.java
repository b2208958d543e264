package com.faultmaven.messages.importing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Metadata;
import com.faultmaven.messages.MessageId;
import com.faultmaven.messages.MessageRole;
import java.time.Instant;

/**
 * A message of another service.
 *
 * @param turn its number in the conversation, from 1
 */
public record ImportedMessage(
    MessageId id,
    CaseId caseId,
    int turn,
    MessageRole role,
    String content,
    Metadata metadata,
    Instant at) {}
