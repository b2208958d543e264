package com.faultmaven.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something became of a mail. One that was {@link MailState#UNCONFIRMED} may still turn out to be
 * sent, and is {@link MailState#FAILED} after a week; one that was {@link MailState#SENT} may be
 * delivered or bounce. Heard late or twice, this may be old news: {@link Mail#look} says what is.
 *
 * @param error what the server said, if it refused; nothing of the mail and no address
 */
public record MailSettled(
    MailKey key, Purpose purpose, MailState state, @Nullable String error, Instant at) {}
