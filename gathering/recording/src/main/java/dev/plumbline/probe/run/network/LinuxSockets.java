package dev.plumbline.probe.run.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * The few calls of Linux that trying a port takes. Numbers are those of the kernel's headers for
 * the named processors (asm-generic). For one thread.
 */
public final class LinuxSockets {
  static final int RESET = 104;
  static final int CONNECTED = 106;
  static final int REFUSED = 111;
  static final int ALREADY = 114;
  static final int IN_PROGRESS = 115;

  private static final Set<String> PROCESSORS = Set.of("amd64", "aarch64");
  private static final int STREAM_NONBLOCKING_CLOEXEC = 1 | 0x800 | 0x80000;
  private static final int POLLED_BYTES = 8;
  private static final short POLL_OUT = 4;

  private final Arena memory;
  private final MemorySegment state;
  private final MemorySegment own;
  private final MemorySegment length;
  private MemorySegment polled;

  LinuxSockets(Arena memory) {
    this.memory = memory;
    this.state = memory.allocate(Calls.STATE);
    this.own = memory.allocate(Address.LONGEST, POLLED_BYTES);
    this.length = memory.allocate(JAVA_INT);
    this.polled = memory.allocate(POLLED_BYTES, POLLED_BYTES);
  }

  static boolean areUsable() {
    return System.getProperty("os.name").equals("Linux")
        && PROCESSORS.contains(System.getProperty("os.arch"))
        && LinuxSockets.class.getModule().isNativeAccessEnabled();
  }

  /** A stream socket that does not block, or a negative number. */
  int open(int family) {
    return Calls.run(() -> (int) Calls.SOCKET.invokeExact(family, STREAM_NONBLOCKING_CLOEXEC, 0));
  }

  /** 0 when connected, else the number of the error. */
  int connect(int socket, Address peer) {
    MemorySegment told = state;
    int result =
        Calls.run(() -> (int) Calls.CONNECT.invokeExact(told, socket, peer.bytes(), peer.length()));
    return result == 0 ? 0 : told.get(JAVA_INT, Calls.ERROR);
  }

  /** Which of them can say more now; waits at most so many milliseconds for the first. */
  boolean[] await(int[] sockets, long millis) {
    long bytes = (long) sockets.length * POLLED_BYTES;
    if (polled.byteSize() < bytes) {
      polled = memory.allocate(2 * bytes, POLLED_BYTES);
    }
    for (int i = 0; i < sockets.length; i++) {
      polled.set(JAVA_INT, (long) i * POLLED_BYTES, sockets[i]);
      polled.set(JAVA_SHORT, (long) i * POLLED_BYTES + 4, POLL_OUT);
      polled.set(JAVA_SHORT, (long) i * POLLED_BYTES + 6, (short) 0);
    }
    MemorySegment all = polled;
    int ready =
        Calls.run(() -> (int) Calls.POLL.invokeExact(all, (long) sockets.length, (int) millis));
    boolean[] told = new boolean[sockets.length];
    for (int i = 0; i < sockets.length && ready > 0; i++) {
      told[i] = all.get(JAVA_SHORT, (long) i * POLLED_BYTES + 6) != 0;
    }
    return told;
  }

  /** Whether the socket's own address and port are these. */
  boolean isBoundTo(int socket, Address address) {
    length.set(JAVA_INT, 0, Address.LONGEST);
    int result = Calls.run(() -> (int) Calls.NAME.invokeExact(socket, own, length));
    return result == 0 && address.isSame(own);
  }

  void close(int socket) {
    int ignored = Calls.run(() -> (int) Calls.CLOSE.invokeExact(socket));
  }

  /** A {@code sockaddr_in} or {@code sockaddr_in6}. */
  record Address(MemorySegment bytes, int family, int length) {
    static final int LONGEST = 28;
    private static final int IPV4 = 2;
    private static final int IPV6 = 10;
    private static final int IPV4_LENGTH = 16;
    private static final int IPV4_AT = 4;
    private static final int IPV6_AT = 8;
    private static final int SCOPE_AT = 24;
    private static final int PORT_AT = 2;
    private static final ValueLayout.OfShort PORT = JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

    static Address of(InetAddress address, Arena memory) {
      boolean six = address instanceof Inet6Address;
      MemorySegment bytes = memory.allocate(LONGEST, 8);
      bytes.set(JAVA_SHORT, 0, (short) (six ? IPV6 : IPV4));
      byte[] ip = address.getAddress();
      MemorySegment.copy(MemorySegment.ofArray(ip), 0, bytes, six ? IPV6_AT : IPV4_AT, ip.length);
      if (address instanceof Inet6Address a) {
        bytes.set(JAVA_INT, SCOPE_AT, a.getScopeId());
      }
      return new Address(bytes, six ? IPV6 : IPV4, six ? LONGEST : IPV4_LENGTH);
    }

    void port(int port) {
      bytes.set(PORT, PORT_AT, (short) port);
    }

    private boolean isSame(MemorySegment other) {
      long at = family == IPV6 ? IPV6_AT : IPV4_AT;
      long end = family == IPV6 ? SCOPE_AT : IPV6_AT;
      return other.get(PORT, PORT_AT) == bytes.get(PORT, PORT_AT)
          && MemorySegment.mismatch(other, at, end, bytes, at, end) == -1;
    }
  }

  /** The bound calls; loaded when the first socket is. */
  private static final class Calls {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option TELL_ERROR = Linker.Option.captureCallState("errno");

    static final StructLayout STATE = Linker.Option.captureStateLayout();
    static final long ERROR = STATE.byteOffset(PathElement.groupElement("errno"));
    static final MethodHandle SOCKET =
        bound("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    static final MethodHandle CONNECT =
        bound("connect", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT), TELL_ERROR);
    static final MethodHandle POLL =
        bound("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    static final MethodHandle NAME =
        bound("getsockname", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
    static final MethodHandle CLOSE = bound("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private Calls() {}

    /** Wrong forms would crash the program; they are those of the manual pages, and tested. */
    @SuppressWarnings("restricted")
    private static MethodHandle bound(
        String name, FunctionDescriptor form, Linker.Option... options) {
      return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), form, options);
    }

    /** A call of the kernel; none of them throws. */
    interface Call {
      int run() throws Throwable;
    }

    static int run(Call call) {
      try {
        return call.run();
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
