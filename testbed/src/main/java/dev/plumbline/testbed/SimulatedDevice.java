package dev.plumbline.testbed;

import dev.plumbline.testbed.bench.DeviceMemory;
import dev.plumbline.testbed.bench.TestBench;
import dev.plumbline.testbed.client.TlsCaller;
import dev.plumbline.testbed.net.DeviceKeys;
import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.Passwords;
import dev.plumbline.testbed.net.Silence;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** A running device. It speaks real protocols on a loopback address until it is closed. */
public final class SimulatedDevice implements AutoCloseable {
  private final DeviceSpec spec;
  private final InetAddress address;
  private final InstantSource clock;
  private final Map<String, PartContext> contexts;
  private final Optional<DeviceMemory> memory;
  private final Passwords passwords;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final List<TlsCaller> callers = new ArrayList<>();
  private Optional<TestBench> bench = Optional.empty();
  private boolean stopped;

  private SimulatedDevice(
      DeviceSpec spec,
      InetAddress address,
      InstantSource clock,
      Map<String, PartContext> contexts,
      Optional<DeviceMemory> memory,
      Passwords passwords) {
    this.spec = spec;
    this.address = address;
    this.clock = clock;
    this.contexts = contexts;
    this.memory = memory;
    this.passwords = passwords;
  }

  /** Starts the device on the address that its dossier names. */
  public static SimulatedDevice start(DeviceSpec spec) throws IOException {
    return start(spec, InetAddress.getByName(spec.address()));
  }

  /**
   * Starts the device on another loopback address, with the ports of its specification.
   *
   * @throws IOException when a port cannot be had; nothing is left running then
   */
  public static SimulatedDevice start(DeviceSpec spec, InetAddress address) throws IOException {
    return start(spec, address, InstantSource.system());
  }

  /** Starts the device with another clock, which lock-outs and certificates go by. */
  public static SimulatedDevice start(DeviceSpec spec, InetAddress address, InstantSource clock)
      throws IOException {
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "a device full of flaws runs on loopback alone, not on " + address.getHostAddress());
    }
    Settings whole = spec.effective();
    Optional<DeviceMemory> memory =
        whole.has("memory")
            ? Optional.of(
                new DeviceMemory(
                    whole.child("memory"),
                    whole.child("facts").text("model", ""),
                    whole.child("facts").text("serial", ""),
                    whole.child("facts").text("version", "")))
            : Optional.empty();
    Passwords passwords = new Passwords();
    DeviceKeys keys = new DeviceKeys();
    Map<String, PartContext> contexts = new LinkedHashMap<>();
    whole
        .child("parts")
        .children()
        .forEach(
            (id, settings) -> {
              if (settings.flag("on", true)) {
                contexts.put(
                    id,
                    new PartContext(
                        id,
                        settings,
                        whole.child("accounts"),
                        whole.child("facts"),
                        address,
                        spec.silence(),
                        clock,
                        memory,
                        passwords,
                        keys));
              }
            });
    SimulatedDevice device = new SimulatedDevice(spec, address, clock, contexts, memory, passwords);
    try {
      device.startUp();
      device.stand(whole.child("bench"));
      return device;
    } catch (IOException | RuntimeException e) {
      device.close();
      throw e;
    }
  }

  /** Puts the device on its bench, if it has one. */
  private void stand(Settings settings) throws IOException {
    if (memory.isPresent() && settings.flag("on", !settings.values().isEmpty())) {
      bench =
          Optional.of(
              TestBench.start(
                  settings, address, memory.get(), this::settle, spec.silence() != Silence.NONE));
    }
  }

  /** Starts or stops all parts, as after a loss of power or network. */
  private synchronized void settle() throws IOException {
    boolean up = memory.orElseThrow().reachable();
    if (up && stopped) {
      stopped = false;
      startUp();
    } else if (!up && !stopped) {
      stopped = true;
      // Where it was is where it will be found again.
      parts.forEach(
          (id, part) -> contexts.computeIfPresent(id, (i, c) -> c.at(part.endpoint().getPort())));
      stop();
    }
    if (memory.orElseThrow().lostPasswords()) {
      passwords.forget();
    }
  }

  private void startUp() throws IOException {
    Map<String, Future<Part>> starting = new LinkedHashMap<>();
    // All at once, since each part spends its time on making keys and loading classes.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      contexts.forEach((id, part) -> starting.put(id, threads.submit(() -> PartKinds.start(part))));
    }
    started(starting);
    call();
  }

  /** A mute device calls nobody. */
  private void call() throws IOException {
    for (Settings client : spec.effective().child("clients").children().values()) {
      if (spec.silence() == Silence.NONE && client.flag("on", true)) {
        callers.add(TlsCaller.start(client, address, clock, memory));
      }
    }
  }

  private void started(Map<String, Future<Part>> starting) throws IOException {
    List<Throwable> failures = new ArrayList<>();
    starting.forEach(
        (id, part) -> {
          if (part.state() == Future.State.SUCCESS) {
            parts.put(id, part.resultNow());
          } else {
            failures.add(part.exceptionNow());
          }
        });
    if (!failures.isEmpty()) {
      throw new IOException(
          "the device did not start: " + failures.getFirst().getMessage(), failures.getFirst());
    }
  }

  /** Address and port of each running part, by the part's id. */
  public synchronized Map<String, InetSocketAddress> endpoints() {
    Map<String, InetSocketAddress> endpoints = new LinkedHashMap<>();
    parts.forEach((id, part) -> endpoints.put(id, part.endpoint()));
    return Collections.unmodifiableMap(endpoints);
  }

  /** Ids of the running parts that speak over UDP. */
  public synchronized Set<String> datagramParts() {
    return parts.entrySet().stream()
        .filter(p -> p.getValue().transport().equals("udp"))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @throws IllegalArgumentException when no such part runs
   */
  public synchronized InetSocketAddress endpoint(String part) {
    Part running = parts.get(part);
    if (running == null) {
      throw new IllegalArgumentException("no such part runs: " + part);
    }
    return running.endpoint();
  }

  /** The bench that the device stands on, where it has one. */
  public Optional<InetSocketAddress> bench() {
    return bench.map(TestBench::endpoint);
  }

  private void stop() throws IOException {
    callers.forEach(TlsCaller::close);
    callers.clear();
    List<Part> running = List.copyOf(parts.values());
    parts.clear();
    Closing.all(running);
  }

  @Override
  public void close() throws IOException {
    bench.ifPresent(TestBench::close);
    synchronized (this) {
      stop();
    }
  }
}
