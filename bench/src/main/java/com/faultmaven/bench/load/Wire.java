package com.faultmaven.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;

/** One connection of a load, which sends one message after another. */
final class Wire {

  private static final int BUFFER = 128 * 1024;

  final int number;
  private final Dialer dialer;
  private final Selector selector;
  private final Reply reply;
  private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
  private final ByteBuffer out = ByteBuffer.allocateDirect(BUFFER);
  private SocketChannel channel;
  private List<byte[]> steps = List.of();
  private int step;
  private Runnable undo = () -> {};
  private long since;

  Wire(int number, Dialer dialer, Selector selector) throws IOException {
    this.number = number;
    this.dialer = dialer;
    this.selector = selector;
    this.reply = dialer.reply();
    this.channel = dial();
  }

  private SocketChannel dial() throws IOException {
    SocketChannel dialled = dialer.dial();
    dialled.configureBlocking(false);
    dialled.register(selector, SelectionKey.OP_READ, this);
    return dialled;
  }

  /**
   * @param at when it was due, in nanoseconds
   */
  void send(Message message, long at) throws IOException {
    reply.expect(message);
    steps = message.steps();
    step = 0;
    undo = message.undo();
    since = at;
    sendStep();
  }

  private void sendStep() throws IOException {
    out.clear().put(steps.get(step)).flip();
    // what is sent is far smaller than the buffers of a socket on the loopback
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /**
   * @return whether the message is answered in full
   */
  boolean receive() throws IOException {
    in.clear();
    if (channel.read(in) < 0) {
      throw new EOFException("The connection was closed before the answer was complete.");
    }
    if (!reply.read(in.flip())) {
      return false;
    }
    step++;
    if (step < steps.size()) {
      sendStep();
      return false;
    }
    if (reply.closes()) {
      redial();
    }
    return true;
  }

  /** Of a message that is answered in full. */
  Outcome outcome() {
    Outcome outcome = reply.outcome();
    if (outcome != Outcome.DONE) {
      undo.run();
    }
    return outcome;
  }

  String detail() {
    return reply.detail();
  }

  long since() {
    return since;
  }

  /** Begins again after the connection broke. */
  void giveUp() throws IOException {
    undo.run();
    redial();
  }

  private void redial() throws IOException {
    channel.close();
    channel = dial();
  }

  void close() throws IOException {
    channel.close();
  }
}
