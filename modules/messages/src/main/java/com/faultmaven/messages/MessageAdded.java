package com.faultmaven.messages;

import com.faultmaven.kernel.UserId;

/**
 * A message was added to a case; published within the transaction that added it.
 *
 * @param owner of the case
 * @param fact the number of the fact: grows with every fact of one case
 */
public record MessageAdded(Message message, UserId owner, long fact) {}
