package dev.plumbline.app.egress;

import dev.plumbline.dossier.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * While it lasts, the kernel drops what this process and all that it starts send elsewhere than to
 * what was agreed. It needs Linux, root, and the library of nftables; other programs of the machine
 * keep their traffic.
 */
public final class Confinement implements AutoCloseable {
  private static final Path GROUPS = Path.of("/sys/fs/cgroup");
  private static final Path OWN_GROUP = Path.of("/proc/self/cgroup");
  private static final Path RESOLVERS = Path.of("/etc/resolv.conf");
  private static final Pattern RESOLVER = Pattern.compile("\\s*nameserver\\s+(\\S+).*");
  private static final Pattern COUNTED = Pattern.compile("packets (\\d+)");
  private static final Pattern TOLD = Pattern.compile("([0-9a-f.:]+) \\. (tcp|udp) \\. (\\d{1,5})");

  private final RunGroup group;
  private final Nftables nftables;
  private final String table;

  private Confinement(RunGroup group, Nftables nftables, String table) {
    this.group = group;
    this.nftables = nftables;
    this.table = table;
  }

  /**
   * What the kernel stopped.
   *
   * @param packets how many
   * @param places where they were to go, as far as they are known
   */
  public record Stopped(long packets, List<Endpoint> places) {
    public Stopped {
      places = List.copyOf(places);
    }

    /** The places as text. */
    public List<String> named() {
      return places.stream().map(Endpoint::toString).toList();
    }
  }

  /**
   * Begins.
   *
   * @throws IOException with the reason why the kernel does not confine this process; nothing was
   *     changed then
   */
  public static Confinement begin(Egress egress) throws IOException {
    if (!Files.isReadable(OWN_GROUP)) {
      throw new IOException("this system has no control groups (Linux, cgroup v2)");
    }
    if (!"root".equals(System.getProperty("user.name"))) {
      throw new IOException("this needs root");
    }
    ProcessHandle self = ProcessHandle.current();
    String name = RunGroup.name(self);
    Nftables nftables = Nftables.open();
    Confinement begun;
    try {
      RunGroup group = RunGroup.make(GROUPS, Files.readAllLines(OWN_GROUP), name);
      begun = new Confinement(group, nftables, name);
    } catch (IOException e) {
      nftables.close();
      throw e;
    }
    try {
      nftables.run(EgressRules.text(egress, name, begun.group.path(), begun.group.level()));
      begun.group.enter(self.pid());
      if (!begun.holds()) {
        throw new IOException("a test datagram did not meet the rules");
      }
      return begun;
    } catch (IOException e) {
      begun.close();
      throw e;
    }
  }

  /** Whom this machine asks for addresses. */
  public static List<InetAddress> resolvers() {
    try {
      return resolvers(Files.readAllLines(RESOLVERS));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The name servers of resolv.conf(5). */
  static List<InetAddress> resolvers(List<String> lines) {
    return lines.stream()
        .map(RESOLVER::matcher)
        .filter(Matcher::matches)
        .flatMap(m -> literal(m.group(1)).stream())
        .toList();
  }

  private static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether the kernel drops a datagram that it has to; else nobody hears it. */
  private boolean holds() throws IOException {
    try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
      channel.send(ByteBuffer.wrap(new byte[] {0}), EgressRules.FORBIDDEN);
    } catch (IOException e) {
      // As it should be; why it was refused, the counter tells.
    }
    return packets(EgressRules.HELD) > 0;
  }

  private long packets(String counter) throws IOException {
    Matcher counted = COUNTED.matcher(nftables.run("list counter inet " + table + " " + counter));
    if (!counted.find()) {
      throw new IOException("the rules count no packets");
    }
    return Long.parseLong(counted.group(1));
  }

  /**
   * What was stopped so far.
   *
   * @throws IOException if the rules are gone
   */
  public Stopped stopped() throws IOException {
    long packets = packets(EgressRules.STOPPED);
    Matcher told = TOLD.matcher(nftables.run("list table inet " + table));
    List<Endpoint> places = new ArrayList<>();
    while (told.find()) {
      int port = Integer.parseInt(told.group(3));
      if (port > 0) {
        places.add(new Endpoint(told.group(2), told.group(1), port));
      }
    }
    places.sort(null);
    return new Stopped(packets, places);
  }

  /** Ends it, and leaves nothing behind. */
  @Override
  public void close() {
    nftables.close();
    try {
      group.leave(ProcessHandle.current().pid());
    } catch (IOException e) {
      group.remove();
    }
  }
}
