package com.faultmaven.bench.process;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The memory of a running JVM, over JMX, which its options switch on. */
public final class Jvm implements AutoCloseable {

  private final JMXConnector connector;
  private final ThreadMXBean threads;
  private final MemoryMXBean memory;

  // the peer is a process of our own, on this machine
  @SuppressWarnings("BanJNDI")
  public Jvm(long pid) throws IOException {
    VirtualMachine machine = attach(pid);
    try {
      connector =
          JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
    } finally {
      machine.detach();
    }
    var connection = connector.getMBeanServerConnection();
    threads =
        ManagementFactory.newPlatformMXBeanProxy(
            connection, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    memory = ManagementFactory.getPlatformMXBean(connection, MemoryMXBean.class);
  }

  private static VirtualMachine attach(long pid) throws IOException {
    try {
      return VirtualMachine.attach(Long.toString(pid));
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
  }

  /** Bytes that all its threads have allocated so far. */
  public long allocated() {
    return threads.getTotalThreadAllocatedBytes();
  }

  /** Megabytes on the heap that are in use, after a collection. */
  public long liveMegabytes() {
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / 1_000_000;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}
