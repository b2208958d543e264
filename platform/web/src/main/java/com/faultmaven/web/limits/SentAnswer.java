package com.faultmaven.web.limits;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose client may have to be waited for: what does not fit into its buffer is sent while
 * it is written, as fast as the client takes it.
 */
final class SentAnswer extends HttpServletResponseWrapper {

  private final Runnable beforeWaiting;
  private @Nullable ServletOutputStream stream;
  private long length;
  private boolean sending;
  private boolean refused;

  /**
   * @param beforeWaiting is run once before anything is sent; what it throws is answered instead
   */
  SentAnswer(HttpServletResponse response, Runnable beforeWaiting) {
    super(response);
    this.beforeWaiting = beforeWaiting;
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      stream = new Counted(super.getOutputStream());
    }
    return stream;
  }

  @Override
  public void reset() {
    super.reset();
    beginAgain();
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    beginAgain();
  }

  private void beginAgain() {
    length = 0;
    refused = false;
  }

  /** Whether so many more are to be written. */
  private boolean add(int bytes) {
    length += bytes;
    if (!sending && length > getBufferSize()) {
      sending = true;
      // whoever writes may flush before giving up, and then nothing else could be answered
      refused = true;
      beforeWaiting.run();
      refused = false;
    }
    return !refused;
  }

  private final class Counted extends ServletOutputStream {

    private final ServletOutputStream sent;

    Counted(ServletOutputStream sent) {
      this.sent = sent;
    }

    @Override
    public void write(int octet) throws IOException {
      if (add(1)) {
        sent.write(octet);
      }
    }

    @Override
    public void write(byte[] octets, int offset, int count) throws IOException {
      if (add(count)) {
        sent.write(octets, offset, count);
      }
    }

    @Override
    public void flush() throws IOException {
      if (!refused) {
        sent.flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (!refused) {
        sent.close();
      }
    }

    @Override
    public boolean isReady() {
      return sent.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      sent.setWriteListener(listener);
    }
  }
}
