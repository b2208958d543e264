package com.faultmaven.bench.process;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import jdk.management.jfr.FlightRecorderMXBean;

/** A running JVM, over JMX: its memory, and where its processor time goes. */
public final class Jvm implements AutoCloseable {

  /** Deep enough for a request from its socket to its database. */
  private static final String[] DEEP_STACKS = {"stackdepth=256"};

  private static final String SAMPLES =
      """
      <configuration version="2.0"><event name="jdk.CPUTimeSample">
        <setting name="enabled">true</setting>
        <setting name="throttle">5ms</setting>
        <setting name="stackTrace">true</setting>
      </event></configuration>
      """;

  private final JMXConnector connector;
  private final FlightRecorderMXBean recorder;
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
    MBeanServerConnection connection = connector.getMBeanServerConnection();
    configure(connection);
    recorder = ManagementFactory.getPlatformMXBean(connection, FlightRecorderMXBean.class);
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

  private static void configure(MBeanServerConnection connection) throws IOException {
    try {
      connection.invoke(
          new ObjectName("com.sun.management:type=DiagnosticCommand"),
          "jfrConfigure",
          new Object[] {DEEP_STACKS},
          new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IOException(e);
    }
  }

  /** Samples what its threads do on a processor; gives the number of the recording. */
  public long startRecording() throws IOException {
    long id = recorder.newRecording();
    recorder.setConfiguration(id, SAMPLES);
    recorder.startRecording(id);
    return id;
  }

  public void endRecording(long id, Path file) throws IOException {
    recorder.stopRecording(id);
    recorder.copyTo(id, file.toAbsolutePath().toString());
    recorder.closeRecording(id);
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
