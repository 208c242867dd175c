package dev.plumbline.capture.flow;

import dev.plumbline.capture.net.Address;
import dev.plumbline.capture.net.Packet;

/** Packets between two endpoints, one of them the device's, and what was counted of them. */
public final class Flow {
  /** How far a TCP connection came. */
  public enum Stage {
    /** Asked for, and no answer seen. */
    ASKED,
    /** Answered with a reset before anything else. */
    REFUSED,
    /** Both sides spoke. */
    OPEN,
    /** Ended by both sides, or reset. */
    CLOSED
  }

  private final FlowKey key;
  private final long first;
  private final boolean opened;
  private final boolean openingSeen;
  private final FrameLog frames = new FrameLog();
  private long last;
  private long lastFrame;
  private long packetsOut;
  private long packetsIn;
  private long bytesOut;
  private long bytesIn;
  private int retries;
  private Stage stage = Stage.ASKED;
  private boolean resetByPeer;
  private String protocol = "";

  /**
   * @param opened whether the device opened it
   * @param openingSeen whether its beginning was seen; if not, who opened it is guessed from the
   *     ports
   */
  Flow(FlowKey key, long first, boolean opened, boolean openingSeen) {
    this.key = key;
    this.first = first;
    this.last = first;
    this.opened = opened;
    this.openingSeen = openingSeen;
  }

  void count(boolean byDevice, long size, long nanos, long frame) {
    last = Math.max(last, nanos);
    lastFrame = frame;
    frames.add(frame);
    if (byDevice) {
      packetsOut++;
      bytesOut += size;
    } else {
      packetsIn++;
      bytesIn += size;
    }
  }

  void retried() {
    retries++;
  }

  void answered() {
    if (stage == Stage.ASKED) {
      stage = Stage.OPEN;
    }
  }

  void reset(boolean byDevice) {
    boolean answerToOpening = stage == Stage.ASKED && byDevice != opened;
    stage = answerToOpening ? Stage.REFUSED : stage == Stage.REFUSED ? stage : Stage.CLOSED;
    resetByPeer |= !byDevice;
  }

  void closed() {
    if (stage == Stage.OPEN) {
      stage = Stage.CLOSED;
    }
  }

  /** Says what is spoken; the first to know is right. */
  public void speaks(String name) {
    if (protocol.isEmpty()) {
      protocol = name;
    }
  }

  public FlowKey key() {
    return key;
  }

  /** Whether the device opened it, or sent first. */
  public boolean byDevice() {
    return opened;
  }

  public boolean openingSeen() {
    return openingSeen;
  }

  /** Port of the side that was called. */
  public int servicePort() {
    return opened ? key.peerPort() : key.devicePort();
  }

  /** Address of the side that was called. */
  public Address server() {
    return opened ? key.peer() : key.device();
  }

  /** Name of the transport as in the subjects of observations. */
  public String transport() {
    return switch (key.protocol()) {
      case Packet.TCP -> "tcp";
      case Packet.UDP -> "udp";
      case Packet.ICMP, Packet.ICMPV6 -> "icmp";
      default -> "ip-" + key.protocol();
    };
  }

  /** Nanoseconds since 1970. */
  public long first() {
    return first;
  }

  public long last() {
    return last;
  }

  /** Its frames so far. */
  public FrameLog frames() {
    return frames;
  }

  /** Number of its latest frame. */
  public long lastFrame() {
    return lastFrame;
  }

  public long packetsOut() {
    return packetsOut;
  }

  public long packetsIn() {
    return packetsIn;
  }

  /** Bytes of IP packets that the device sent. */
  public long bytesOut() {
    return bytesOut;
  }

  public long bytesIn() {
    return bytesIn;
  }

  /** Requests for the connection that were sent again. */
  public int retries() {
    return retries;
  }

  public Stage stage() {
    return stage;
  }

  public boolean resetByPeer() {
    return resetByPeer;
  }

  /** What is spoken; empty where nothing told. */
  public String protocol() {
    return protocol;
  }
}
