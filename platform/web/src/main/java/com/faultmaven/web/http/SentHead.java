package com.faultmaven.web.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.coyote.Request;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * The headers of a request in the very octets that were sent. Tomcat keeps them in one buffer, and
 * takes some for good that RFC 9112 lets a server refuse: lines that end without a CR (section 2.2)
 * and a length beside chunks (section 6.3). A line that goes on in the next one has one reading
 * (section 5.2): where Tomcat leaves a trace of it, it is refused as well.
 */
record SentHead(Request request) {

  private static final String END = "\r\n\r\n";
  private static final String LENGTH = "\r\ncontent-length";

  boolean hasOneReading() {
    MimeHeaders headers = request.getMimeHeaders();
    for (int i = 0; i < headers.size(); i++) {
      ByteChunk value = headers.getValue(i).getByteChunk();
      if (!value.isNull() && !endsItsLine(value)) {
        return false;
      }
    }
    MessageBytes coding = headers.getValue("Transfer-Encoding");
    return coding == null || !saysItsLength(coding.getByteChunk());
  }

  /** Behind a value stands what is left of it where Tomcat moved it over the blanks before it. */
  private static boolean endsItsLine(ByteChunk value) {
    byte[] sent = value.getBuffer();
    int feed = value.getEnd();
    while (feed < sent.length && sent[feed] != '\n') {
      feed++;
    }
    return feed > 0
        && feed + 1 < sent.length
        && sent[feed - 1] == '\r'
        && sent[feed + 1] != '\n'
        && sent[feed + 1] != ' '
        && sent[feed + 1] != '\t';
  }

  /** The header is gone: Tomcat removes it where there are chunks. */
  private static boolean saysItsLength(ByteChunk coding) {
    byte[] buffer = coding.getBuffer();
    String sent = new String(buffer, 0, buffer.length, StandardCharsets.ISO_8859_1);
    int end = sent.indexOf(END, coding.getEnd());
    String head = end < 0 ? sent : sent.substring(0, end);
    return head.toLowerCase(Locale.ROOT).contains(LENGTH);
  }
}
