package com.faultmaven.web.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses requests that a proxy in front may have read in another way: then what it took for a body
 * would be a request here, which nobody checked. The container closes the connection after a 400.
 */
final class OneReadingValve extends ValveBase {

  OneReadingValve() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (new SentHead(request.getCoyoteRequest()).hasOneReading()) {
      getNext().invoke(request, response);
    } else {
      response.sendError(Response.SC_BAD_REQUEST);
    }
  }
}
