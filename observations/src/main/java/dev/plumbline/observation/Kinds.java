package dev.plumbline.observation;

import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.network.ConsoleSockets;
import dev.plumbline.observation.network.DeviceAddresses;
import dev.plumbline.observation.network.FtpAccess;
import dev.plumbline.observation.network.ServiceIdentified;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.network.UdpOpenPorts;
import dev.plumbline.observation.tls.TlsVersions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every kind of observation, in the order of docs/observations.md. */
public final class Kinds {
  private static final List<Codec<?>> ALL =
      List.of(
          Codec.of(TcpOpenPorts.class),
          Codec.of(UdpOpenPorts.class),
          Codec.of(DeviceAddresses.class),
          Codec.of(ConsoleSockets.class),
          Codec.of(ServiceIdentified.class),
          Codec.of(TlsVersions.class),
          Codec.of(HttpSurface.class),
          Codec.of(FtpAccess.class));

  private static final Map<String, Codec<?>> BY_KEY = new LinkedHashMap<>();
  private static final Map<Class<?>, Codec<?>> BY_TYPE = new LinkedHashMap<>();

  static {
    ALL.forEach(
        codec -> {
          BY_KEY.put(codec.key(), codec);
          BY_TYPE.put(codec.type(), codec);
        });
  }

  private Kinds() {}

  public static List<Codec<?>> all() {
    return ALL;
  }

  /** The kind with that key; empty when there is none. */
  public static Optional<Codec<?>> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /**
   * The kind of that record.
   *
   * @throws IllegalArgumentException if it is not among {@link #all}
   */
  @SuppressWarnings("unchecked") // Each codec is stored under the type that it was made for.
  public static <F extends Fact> Codec<F> of(Class<F> type) {
    Codec<?> codec = BY_TYPE.get(type);
    if (codec == null) {
      throw new IllegalArgumentException(type.getName() + " is no kind of observation");
    }
    return (Codec<F>) codec;
  }

  /** The key of that kind. */
  public static String key(Class<? extends Fact> type) {
    return of(type).key();
  }

  /** The key and the stored form of a fact. */
  @SuppressWarnings("unchecked") // A record has no subclass, so its class is that of its codec.
  public static <F extends Fact> Stored stored(F fact) {
    return of((Class<F>) fact.getClass()).write(fact);
  }
}
