package com.faultmaven.edge.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body has been read and can be read again, once. */
final class RepeatableRequest extends HttpServletRequestWrapper {

  private final byte[] body;
  private final ServletInputStream input;

  private RepeatableRequest(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
    this.input = new Replay(new ByteArrayInputStream(body));
  }

  static RepeatableRequest of(HttpServletRequest request) throws IOException {
    return new RepeatableRequest(request, request.getInputStream().readAllBytes());
  }

  Digest digest() {
    return Digest.of(body);
  }

  @Override
  public ServletInputStream getInputStream() {
    return input;
  }

  @Override
  public BufferedReader getReader() {
    return new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
  }

  private static final class Replay extends ServletInputStream {

    private final ByteArrayInputStream body;

    Replay(ByteArrayInputStream body) {
      this.body = body;
    }

    @Override
    public int read() {
      return body.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return body.read(buffer, offset, length);
    }

    @Override
    public boolean isFinished() {
      return body.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("read it as a stream");
    }
  }
}
