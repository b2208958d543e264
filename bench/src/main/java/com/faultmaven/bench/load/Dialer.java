package com.faultmaven.bench.load;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/** Opens connections of one protocol. */
interface Dialer {

  /** A connection that is ready for a message. */
  SocketChannel dial() throws IOException;

  /** Understands the answers on a connection. */
  Reply reply();
}
