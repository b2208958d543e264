package com.faultmaven.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Where a load goes, on the loopback.
 *
 * @param greeting what a connection sends before anything else; nothing over HTTP
 */
public record Target(int port, boolean isHttp, Message greeting) implements Dialer {

  public static Target http(int port) {
    return new Target(port, true, Message.transaction(List.of(), List.of(), List.of()));
  }

  public static Target postgres(int port, Message greeting) {
    return new Target(port, false, greeting);
  }

  @Override
  public SocketChannel dial() throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    PostgresReply reply = new PostgresReply();
    reply.expect(greeting);
    for (byte[] step : greeting.steps()) {
      channel.write(ByteBuffer.wrap(step));
      do {
        if (channel.read(in.clear()) < 0) {
          throw new EOFException("The database closed the connection: " + reply.detail());
        }
      } while (!reply.read(in.flip()));
    }
    return channel;
  }

  @Override
  public Reply reply() {
    return isHttp ? new HttpReply() : new PostgresReply();
  }
}
