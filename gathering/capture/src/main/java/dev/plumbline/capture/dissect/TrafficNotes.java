package dev.plumbline.capture.dissect;

import dev.plumbline.capture.flow.Flow;
import dev.plumbline.capture.flow.FrameLog;
import dev.plumbline.capture.net.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that was understood of what the device said and heard. Bounded; used by one thread. */
public final class TrafficNotes {
  /** Names a service may have, values a detail may have, and the like. */
  static final int FEW = 20;

  private static final int MANY = 2_000;
  private static final int LONGEST = 256;

  /**
   * A name that was asked for or announced.
   *
   * @param source protocol that carried it
   * @param announced whether the device told it of itself; else it asked for it
   */
  public record Name(String name, String source, boolean announced) {}

  /** How often, and when first. */
  public static final class Times {
    private final Set<String> types = new TreeSet<>();
    private long count;
    private long first;

    void at(long nanos, String type) {
      if (count++ == 0) {
        first = nanos;
      }
      if (!type.isEmpty() && types.size() < FEW) {
        types.add(type);
      }
    }

    public long count() {
      return count;
    }

    /** Nanoseconds since 1970. */
    public long first() {
      return first;
    }

    public Set<String> types() {
      return types;
    }
  }

  /**
   * Something that should not be readable and was.
   *
   * @param kind {@code password}, {@code token}, {@code community} or {@code marker}
   * @param place where it stood, in words; never the thing itself
   * @param byDevice whether the device sent it
   */
  public record Exposed(String kind, String place, String protocol, boolean byDevice) {}

  /** A request without what may be secret in its address. */
  public record Request(String method, String host, String path) {}

  /**
   * What was noted of one service.
   *
   * @param times each thing, and how often it was seen
   * @param frames with which it was complete; of handshakes, all up to there
   */
  public record Noted<K>(Map<K, Times> times, FrameLog frames) {
    Noted() {
      this(new LinkedHashMap<>(), new FrameLog());
    }

    private void count(K key, long nanos) {
      if (times.size() < FEW * 5 || times.containsKey(key)) {
        times.computeIfAbsent(key, k -> new Times()).at(nanos, "");
      }
    }
  }

  private final FrameLog nameFrames = new FrameLog();
  private final Bounded<Name, Times> names = new Bounded<>(MANY);
  private final Bounded<Address, Set<String>> resolved = new Bounded<>(4 * MANY);
  private final Bounded<Service, Noted<Exposed>> readable = new Bounded<>(MANY);
  private final Bounded<Service, Noted<Request>> requests = new Bounded<>(MANY);
  private final Bounded<Service, Noted<Handshake>> handshakes = new Bounded<>(MANY);
  private final Bounded<Service, Map<String, Set<String>>> details = new Bounded<>(2 * MANY);
  private final Set<String> hidden = new TreeSet<>();
  private final List<String> secrets = new ArrayList<>();

  void named(Flow flow, String source, boolean announced, String name, String type, long nanos) {
    String shown = shown(name);
    if (!shown.isEmpty()) {
      names
          .of(new Name(shown, source, announced), n -> new Times())
          .ifPresent(
              t -> {
                t.at(nanos, type);
                nameFrames.add(flow.lastFrame());
              });
    }
  }

  void resolved(Address address, String name) {
    resolved.of(address, a -> new LinkedHashSet<>()).ifPresent(s -> add(s, name));
  }

  void readable(Flow flow, String kind, String place, boolean byDevice, long nanos) {
    readable
        .of(Service.of(flow), s -> new Noted<>())
        .ifPresent(
            n -> {
              n.count(new Exposed(kind, shown(place), flow.protocol(), byDevice), nanos);
              n.frames().add(flow.lastFrame());
            });
  }

  void request(Flow flow, String method, String host, String path, long nanos) {
    requests
        .of(Service.of(flow), s -> new Noted<>())
        .ifPresent(
            n -> {
              n.count(new Request(shown(method), shown(host), shown(path)), nanos);
              n.frames().add(flow.lastFrame());
            });
    detail(flow, "host", host);
  }

  void handshake(Flow flow, Handshake handshake, long nanos) {
    handshakes
        .of(Service.of(flow), s -> new Noted<>())
        .ifPresent(
            n -> {
              n.count(handshake, nanos);
              n.frames().addAll(flow.frames());
            });
  }

  /** Something that is told of a service besides, such as a banner. */
  void detail(Flow flow, String name, String value) {
    details
        .of(Service.of(flow), s -> new TreeMap<>())
        .ifPresent(m -> add(m.computeIfAbsent(name, n -> new LinkedHashSet<>()), value));
  }

  /** Names are asked for where nobody can read them. */
  void namesHidden(String how) {
    if (hidden.size() < FEW) {
      hidden.add(how);
    }
  }

  /** Must not be stored, wherever else it stands. */
  void secret(String text) {
    if (secrets.size() < FEW * FEW && text.length() <= LONGEST && !secrets.contains(text)) {
      secrets.add(text);
    }
  }

  private static void add(Set<String> set, String value) {
    String shown = shown(value);
    if (set.size() < FEW && !shown.isEmpty()) {
      set.add(shown);
    }
  }

  /** Short, and without anything that a terminal would act on. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.strip()
        .codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean acts = Character.isISOControl(c) || type == Character.FORMAT;
              shown.appendCodePoint(acts || type == Character.SURROGATE ? '\uFFFD' : c);
            });
    return shown.toString();
  }

  public Map<Name, Times> names() {
    return names.all();
  }

  /** Frames in which names were asked for or announced. */
  public FrameLog nameFrames() {
    return nameFrames;
  }

  public long namesNotKept() {
    return names.refused();
  }

  /** Names that answers gave an address. */
  public Set<String> namesOf(Address address) {
    return resolved.get(address).orElse(Set.of());
  }

  public Map<Service, Noted<Exposed>> readable() {
    return readable.all();
  }

  public Map<Service, Noted<Request>> requests() {
    return requests.all();
  }

  public Map<Service, Noted<Handshake>> handshakes() {
    return handshakes.all();
  }

  public Map<String, Set<String>> details(Service service) {
    return details.get(service).orElse(Map.of());
  }

  public Set<String> hidden() {
    return hidden;
  }

  public List<String> secrets() {
    return secrets;
  }

  /** Facts for which there was no room. */
  public long notKept() {
    return names.refused()
        + readable.refused()
        + requests.refused()
        + handshakes.refused()
        + details.refused();
  }
}
