package com.faultmaven.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;

/** A request body that is in memory. */
public final class ReadBody extends ServletInputStream {

  private final ByteArrayInputStream body;

  public ReadBody(byte[] body) {
    this.body = new ByteArrayInputStream(body);
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
  public byte[] readAllBytes() {
    return body.readAllBytes();
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
