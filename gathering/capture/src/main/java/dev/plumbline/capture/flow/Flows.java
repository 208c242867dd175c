package dev.plumbline.capture.flow;

import dev.plumbline.capture.file.CutException;
import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.net.Address;
import dev.plumbline.capture.net.Packet;
import dev.plumbline.capture.net.PacketSink;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts the device's packets into flows. At most {@value #MOST} are open at a time; the one that
 * was silent longest is closed for a new one.
 */
public final class Flows implements PacketSink {
  static final int MOST = 8_192;

  private static final int OTHERS_SHOWN = 16;
  private static final int FIN = 1;
  private static final int SYN = 2;
  private static final int RST = 4;
  private static final int ACK = 16;

  private final Device device;
  private final FlowListener listener;
  private final Budget budget;
  private final Map<FlowKey, LiveFlow> live = new LinkedHashMap<>(1024, 0.75f, true);
  private final Set<Address> others = new LinkedHashSet<>();
  private final Losses losses = new Losses();
  private final FlowVolumes volumes = new FlowVolumes();
  private long packets;
  private long otherPackets;
  private long malformed;
  private long evicted;

  public Flows(Device device, FlowListener listener, Budget budget) {
    this.device = device;
    this.listener = listener;
    this.budget = budget;
  }

  @Override
  public void claimed(long mac, Address address) {
    device.claimed(mac, address);
  }

  @Override
  public void packet(Packet packet) {
    boolean byDevice = device.sent(packet);
    if (!byDevice && !device.got(packet)) {
      otherPackets++;
      if (others.size() < OTHERS_SHOWN) {
        others.add(packet.from());
      }
      return;
    }
    packets++;
    volumes.count(byDevice, packet.size(), packet.nanos());
    try {
      switch (packet.protocol()) {
        case Packet.TCP -> tcp(packet, byDevice);
        case Packet.UDP -> udp(packet, byDevice);
        default -> flow(key(packet, byDevice, 0, 0), packet, byDevice, byDevice, true);
      }
    } catch (CutException e) {
      if (packet.whole()) {
        malformed++;
      }
    }
  }

  private static FlowKey key(Packet p, boolean byDevice, int fromPort, int toPort) {
    return byDevice
        ? new FlowKey(p.protocol(), p.from(), fromPort, p.to(), toPort)
        : new FlowKey(p.protocol(), p.to(), toPort, p.from(), fromPort);
  }

  private void udp(Packet p, boolean byDevice) {
    Slice b = p.payload();
    FlowKey key = key(p, byDevice, b.u16(0), b.u16(2));
    LiveFlow flow = flow(key, p, byDevice, byDevice, true);
    if (byDevice != flow.flow().byDevice()) {
      flow.flow().answered();
    }
    int length = b.u16(4) < 8 ? b.length() : Math.min(b.u16(4), b.length());
    flow.datagram(byDevice, b.part(8, length - 8), p.nanos());
  }

  private void tcp(Packet p, boolean byDevice) {
    Slice b = p.payload();
    int flags = b.u8(13);
    int sequence = (int) b.u32(4);
    boolean syn = (flags & SYN) != 0;
    boolean ack = (flags & ACK) != 0;
    FlowKey key = key(p, byDevice, b.u16(0), b.u16(2));
    LiveFlow before = live.get(key);
    if (before != null && syn && before.direction(byDevice).restarts(sequence)) {
      live.remove(key);
      over(before);
    }
    boolean opened = syn ? byDevice != ack : key.peerPort() < key.devicePort();
    LiveFlow flow = flow(key, p, byDevice, opened, syn);
    connection(flow, byDevice, flags, sequence);
    int header = (b.u8(12) >>> 4) * 4;
    if (header < 20) {
      throw new CutException();
    }
    flow.segment(byDevice, syn ? sequence + 1 : sequence, b.from(header), p.nanos());
    if (!p.whole()) {
      flow.missed(byDevice);
    }
    if ((flags & RST) != 0
        || (flow.direction(true).finished() && flow.direction(false).finished())) {
      flow.end();
    }
  }

  private static void connection(LiveFlow live, boolean byDevice, int flags, int sequence) {
    Flow flow = live.flow();
    Direction direction = live.direction(byDevice);
    if ((flags & SYN) != 0) {
      if (direction.started() && byDevice == flow.byDevice()) {
        flow.retried();
      }
      direction.begin(sequence);
    }
    if ((flags & RST) != 0) {
      flow.reset(byDevice);
    } else if (byDevice != flow.byDevice()) {
      flow.answered();
    }
    if ((flags & FIN) != 0) {
      direction.finish();
      if (live.direction(!byDevice).finished()) {
        flow.closed();
      }
    }
  }

  private LiveFlow flow(
      FlowKey key, Packet p, boolean byDevice, boolean opened, boolean openingSeen) {
    LiveFlow flow = live.get(key);
    if (flow == null) {
      makeRoom();
      Flow fresh = new Flow(key, p.nanos(), opened, openingSeen);
      flow = new LiveFlow(fresh, listener.begun(fresh), budget, losses);
      live.put(key, flow);
      if (!openingSeen) {
        losses.addBegun();
      }
    }
    flow.flow().count(byDevice, p.size(), p.nanos(), p.frame());
    return flow;
  }

  private void makeRoom() {
    if (live.size() >= MOST) {
      Iterator<LiveFlow> oldest = live.values().iterator();
      LiveFlow flow = oldest.next();
      oldest.remove();
      if (flow.flow().stage() != Flow.Stage.CLOSED) {
        evicted++;
      }
      over(flow);
    }
  }

  private void over(LiveFlow flow) {
    flow.end();
    listener.over(flow.flow());
  }

  /** Closes all that is open. */
  public void end() {
    List<LiveFlow> left = new ArrayList<>(live.values());
    live.clear();
    left.forEach(this::over);
  }

  /** Bytes of the device's packets over time. */
  public FlowVolumes volumes() {
    return volumes;
  }

  /** What is missing of the connections. */
  public Losses losses() {
    return losses;
  }

  /** Packets of the device. */
  public long packets() {
    return packets;
  }

  /** Packets between other hosts. */
  public long otherPackets() {
    return otherPackets;
  }

  /** Some of the hosts that sent packets which are not the device's. */
  public List<String> others() {
    return others.stream().map(Address::toString).toList();
  }

  /** Packets of the device whose transport header cannot be read. */
  public long malformed() {
    return malformed;
  }

  /** Flows that were closed for want of room while they may have gone on. */
  public long evicted() {
    return evicted;
  }
}
