package com.faultmaven.mail;

import java.util.regex.Pattern;

/**
 * What goes with a mail.
 *
 * @param name of the file: 1 to 100 of {@code A-Za-z0-9._-}
 * @param type its media type
 * @param content nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // it is passed on, and never compared
public record Attachment(String name, String type, byte[] content) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
  private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");

  public Attachment {
    if (!NAME.matcher(name).matches() || !TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException("No mail can have an attachment called " + name);
    }
  }
}
