package dev.plumbline.probe.run.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The kernel's table of neighbours (rtnetlink(7), RTM_GETNEIGH), and the one call that fills it: an
 * echo request to all nodes of a link (RFC 4443, section 4.1). Who answers has to look up our
 * address first, and is in the table from then on.
 */
public final class LinuxNeighbours {
  private static final int NETLINK = 16;
  private static final int IPV6 = 10;
  private static final int RAW_CLOEXEC = 3 | 0x80000;
  private static final int DATAGRAM_CLOEXEC = 2 | 0x80000;
  private static final int ICMPV6 = 58;
  private static final int LEVEL_IPV6 = 41;
  private static final int MULTICAST_INTERFACE = 17;
  private static final int POLL_IN = 1;
  private static final long MOST = 256L * 1024;
  private static final int MOST_PARTS = 64;
  private static final int PATIENCE_MILLIS = 1_000;

  private static final int HEADER = 16;
  private static final int NEIGHBOUR = 12;
  private static final int DONE = 3;
  private static final int FAILURE = 2;
  private static final int NEW_NEIGHBOUR = 28;
  private static final int GET_NEIGHBOUR = 30;
  private static final int REQUEST_DUMP = 0x301;
  private static final int ADDRESS_OF = 1;
  private static final int HARDWARE_OF = 2;

  /** Incomplete, failed, and those that need no look-up, such as groups. */
  private static final int NOT_MET = 0x01 | 0x20 | 0x40;

  private static final int HARDWARE_LENGTH = 6;

  private LinuxNeighbours() {}

  /** An entry of the table. */
  record Entry(int link, InetAddress address, String mac) {}

  /** What the kernel knows now; empty where it does not tell. */
  static List<Entry> table() {
    try (Arena memory = Arena.ofConfined()) {
      int socket = Calls.run(() -> (int) Calls.SOCKET.invokeExact(NETLINK, RAW_CLOEXEC, 0));
      if (socket < 0) {
        return List.of();
      }
      try {
        return table(socket, memory);
      } finally {
        int ignored = Calls.run(() -> (int) Calls.CLOSE.invokeExact(socket));
      }
    }
  }

  private static List<Entry> table(int socket, Arena memory) {
    ByteBuffer request = ByteBuffer.allocate(HEADER + NEIGHBOUR).order(ByteOrder.nativeOrder());
    request.putInt(HEADER + NEIGHBOUR).putShort((short) GET_NEIGHBOUR);
    request.putShort((short) REQUEST_DUMP).putInt(1);
    MemorySegment question = memory.allocate(request.capacity(), 8);
    MemorySegment.copy(request.array(), 0, question, JAVA_BYTE, 0, request.capacity());
    long sent =
        Calls.runLong(
            () -> (long) Calls.SEND.invokeExact(socket, question, question.byteSize(), 0));
    MemorySegment answer = memory.allocate(MOST, 8);
    List<Entry> entries = new ArrayList<>();
    for (int part = 0; sent > 0 && part < MOST_PARTS && isReadable(socket, memory); part++) {
      long got = Calls.runLong(() -> (long) Calls.RECEIVE.invokeExact(socket, answer, MOST, 0));
      if (got <= 0
          || read(answer.asSlice(0, got).toArray(JAVA_BYTE), ByteOrder.nativeOrder(), entries)) {
        return entries;
      }
    }
    return entries;
  }

  private static boolean isReadable(int socket, Arena memory) {
    MemorySegment polled = memory.allocate(8, 8);
    polled.set(JAVA_INT, 0, socket);
    polled.set(JAVA_INT, 4, POLL_IN);
    return Calls.run(() -> (int) Calls.POLL.invokeExact(polled, 1L, PATIENCE_MILLIS)) > 0;
  }

  /**
   * Reads one part of the kernel's answer.
   *
   * @param entries takes what it holds
   * @return whether it was the last
   */
  static boolean read(byte[] part, ByteOrder order, List<Entry> entries) {
    ByteBuffer in = ByteBuffer.wrap(part).order(order);
    while (in.remaining() >= HEADER) {
      int start = in.position();
      int length = in.getInt(start);
      int type = in.getShort(start + 4) & 0xffff;
      if (length < HEADER || length > in.remaining() || type == DONE || type == FAILURE) {
        return true;
      }
      if (type == NEW_NEIGHBOUR && length >= HEADER + NEIGHBOUR) {
        entry(in, start + HEADER, start + length, entries);
      }
      in.position(Math.min(part.length, start + aligned(length)));
    }
    return false;
  }

  private static void entry(ByteBuffer in, int start, int end, List<Entry> entries) {
    int link = in.getInt(start + 4);
    int state = in.getShort(start + 8) & 0xffff;
    byte[] address = {};
    byte[] mac = {};
    int at = start + NEIGHBOUR;
    while (at + 4 <= end) {
      int length = in.getShort(at) & 0xffff;
      int type = in.getShort(at + 2) & 0xffff;
      if (length < 4 || at + length > end) {
        break;
      }
      byte[] value = new byte[length - 4];
      in.get(at + 4, value);
      if (type == ADDRESS_OF) {
        address = value;
      } else if (type == HARDWARE_OF) {
        mac = value;
      }
      at += aligned(length);
    }
    if ((state & NOT_MET) == 0 && mac.length == HARDWARE_LENGTH) {
      try {
        entries.add(
            new Entry(
                link,
                InetAddress.getByAddress(address),
                HexFormat.ofDelimiter(":").formatHex(mac)));
      } catch (UnknownHostException e) {
        // Neither IPv4 nor IPv6: no address of a device that we could meet.
        return;
      }
    }
  }

  private static int aligned(int length) {
    return (length + 3) & ~3;
  }

  /** Sends an echo request to all IPv6 nodes of a link; false where this program may not. */
  static boolean callAll(NetworkInterface link, Inet6Address own) {
    try (Arena memory = Arena.ofConfined()) {
      int raw = Calls.run(() -> (int) Calls.SOCKET.invokeExact(IPV6, RAW_CLOEXEC, ICMPV6));
      int socket =
          raw >= 0
              ? raw
              : Calls.run(() -> (int) Calls.SOCKET.invokeExact(IPV6, DATAGRAM_CLOEXEC, ICMPV6));
      if (socket < 0) {
        return false;
      }
      try {
        return callAll(socket, link, own, memory);
      } finally {
        int ignored = Calls.run(() -> (int) Calls.CLOSE.invokeExact(socket));
      }
    }
  }

  private static boolean callAll(
      int socket, NetworkInterface link, Inet6Address own, Arena memory) {
    MemorySegment index = memory.allocate(JAVA_INT);
    index.set(JAVA_INT, 0, link.getIndex());
    MemorySegment from = LinuxSockets.Address.of(own, memory).bytes();
    MemorySegment to = LinuxSockets.Address.of(allNodes(link), memory).bytes();
    byte[] echo = {(byte) 128, 0, 0, 0, 'P', 'L', 0, 1, 'p', 'l', 'u', 'm', 'b', 'l', 'i', 'n'};
    MemorySegment bytes = memory.allocate(echo.length);
    MemorySegment.copy(echo, 0, bytes, JAVA_BYTE, 0, echo.length);
    int set =
        Calls.run(
            () ->
                (int) Calls.OPTION.invokeExact(socket, LEVEL_IPV6, MULTICAST_INTERFACE, index, 4));
    int bound = Calls.run(() -> (int) Calls.BIND.invokeExact(socket, from, 28));
    return set == 0
        && bound == 0
        && Calls.runLong(
                () -> (long) Calls.SEND_TO.invokeExact(socket, bytes, bytes.byteSize(), 0, to, 28))
            == echo.length;
  }

  private static Inet6Address allNodes(NetworkInterface link) {
    byte[] address = new byte[16];
    address[0] = (byte) 0xff;
    address[1] = 2;
    address[15] = 1;
    try {
      return Inet6Address.getByAddress(null, address, link.getIndex());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bound calls; loaded when the first is made. */
  private static final class Calls {
    private static final Linker LINKER = Linker.nativeLinker();

    static final MethodHandle SOCKET =
        bound("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    static final MethodHandle BIND =
        bound("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    static final MethodHandle OPTION =
        bound(
            "setsockopt",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
    static final MethodHandle SEND =
        bound("send", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    static final MethodHandle SEND_TO =
        bound(
            "sendto",
            FunctionDescriptor.of(
                JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    static final MethodHandle RECEIVE =
        bound("recv", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    static final MethodHandle POLL =
        bound("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    static final MethodHandle CLOSE = bound("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

    private Calls() {}

    @SuppressWarnings("restricted")
    private static MethodHandle bound(String name, FunctionDescriptor form) {
      return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), form);
    }

    /** A call of the kernel; none of them throws. */
    interface Call<T> {
      T run() throws Throwable;
    }

    static int run(Call<Integer> call) {
      return told(call);
    }

    static long runLong(Call<Long> call) {
      return told(call);
    }

    private static <T> T told(Call<T> call) {
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
