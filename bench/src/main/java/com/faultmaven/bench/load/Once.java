package com.faultmaven.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Sends single requests. */
public final class Once {

  private Once() {}

  /**
   * @return the head of the answer
   * @throws IllegalStateException if the answer is not what the request expects
   */
  public static String send(Target service, Message request) throws IOException {
    HttpReply reply = new HttpReply();
    reply.expect(request);
    ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    try (SocketChannel channel = service.dial()) {
      channel.write(ByteBuffer.wrap(request.steps().getFirst()));
      do {
        if (channel.read(in.clear()) < 0) {
          throw new EOFException("The service closed the connection.");
        }
      } while (!reply.read(in.flip()));
    }
    if (reply.outcome() != Outcome.DONE) {
      throw new IllegalStateException(
          "Expected " + request.status() + " and not " + reply.detail());
    }
    return reply.detail();
  }
}
