package com.faultmaven.web.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.servlet.DispatcherServlet;

/** Hands requests to the handlers of their operations. */
final class OperationServlet extends DispatcherServlet {

  /**
   * A page of twenty large items. The container keeps buffers of this size for its next requests.
   */
  private static final int BUFFERED_BYTES = 32 * 1024;

  /** Treats TRACE like any method a path may not know. A servlet by itself echoes the request. */
  @Override
  protected void doTrace(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    processRequest(request, response);
  }

  @Override
  protected void doDispatch(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    super.doDispatch(request, new Whole(response));
  }

  /**
   * An answer that is sent when the request ends, or its buffer is full. Spring flushes each; its
   * end would be a packet of its own, and its length unknown until then.
   */
  private static final class Whole extends HttpServletResponseWrapper {

    Whole(HttpServletResponse response) {
      super(response);
      response.setBufferSize(BUFFERED_BYTES);
    }

    @Override
    public void flushBuffer() {
      // the container does, at the end
    }
  }
}
