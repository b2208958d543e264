package com.faultmaven.web.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.http.MimeHeaders;

/**
 * Turns the headers of an answer into octets. The container makes an encoder for each name and each
 * value, which takes it character by character: 3 to 4 % of the samples in Java of a getCase.
 */
final class PlainHeadersValve extends ValveBase {

  PlainHeadersValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    // one that goes on in another thread comes by again
    if (!request.isAsync() && !response.isCommitted()) {
      encode(response.getCoyoteResponse().getMimeHeaders());
    }
  }

  static void encode(MimeHeaders headers) {
    for (int i = 0; i < headers.size(); i++) {
      encode(headers.getName(i));
      encode(headers.getValue(i));
    }
  }

  /** Leaves to the container what is not printable ASCII, as it has rules for that. */
  private static void encode(MessageBytes text) {
    if (text.getType() != MessageBytes.T_STR) {
      return;
    }
    String characters = text.getString();
    byte[] octets = new byte[characters.length()];
    for (int i = 0; i < octets.length; i++) {
      char character = characters.charAt(i);
      if (character < ' ' || character > '~') {
        return;
      }
      octets[i] = (byte) character;
    }
    text.setBytes(octets, 0, octets.length);
  }
}
