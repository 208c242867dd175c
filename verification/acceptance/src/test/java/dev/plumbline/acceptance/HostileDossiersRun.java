package dev.plumbline.acceptance;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Opens, checks and tries to test dossiers of a stranger to which nobody agreed, in a network of
 * its own where every packet is written down; started by {@link HostileDossiersTest}. The argument:
 * an empty folder.
 */
final class HostileDossiersRun {
  private static final int DISCARD = 9;

  /** Of the dossiers that every sending command gets, these are opened by all others too. */
  private static final Set<Integer> OPENED = Set.of(0, 9);

  private static final int LOOK_EVERY_MILLIS = 20;

  /** All but what the kernel says by itself: who hears which group, where routers are. */
  private static final String NOT_OF_THE_KERNEL =
      "not (ip6 and (dst ff02::16 or dst ff02::2 or src ::))";

  private static final List<String> TARGETS =
      List.of(
          "127.0.0.1",
          "127.88.4.1",
          "::1",
          "192.168.80.7",
          "192.168.80.1",
          "192.168.80.254",
          "203.0.113.9",
          "10.0.0.1",
          "fe80::7",
          "169.254.7.7");

  /** What a dossier may want besides, as lines of {@code test} in product.yaml. */
  private static final List<String> WANTS =
      List.of(
          "",
          "  equipment: [\"127.0.0.1:2375\"]\n",
          "  equipment: [\"192.168.80.254:80\"]\n",
          "  equipment: [\"192.168.80.9:80\"]\n",
          "  publicPages: [\"localhost:8080\"]\n",
          "  publicPages: [\"evil.example:80\"]\n",
          "  publicPages: [\"192.168.80.254:80\"]\n",
          "  credentials:\n    - {role: phone, user: phone-1, passwordEnv: PLUMBLINE_SECRET}\n",
          "  clients:\n    - {listen: \"192.168.80.1:8443\", host: a.example, rows:"
              + " [11-SecComMech/SecComMech-1]}\n",
          "DRIVER");

  private static final List<List<String>> SENDING =
      List.of(
          List.of("test", "DIR"),
          List.of("assess", "DIR", "--out", "OUT"),
          List.of("driver", "check", "DIR"));

  private static final List<List<String>> OPENING =
      List.of(
          List.of("check", "DIR"),
          List.of("trust", "DIR", "--show"),
          List.of("trust", "DIR"),
          List.of("test", "DIR", "--dry-run"),
          List.of("plan", "DIR"),
          List.of("judge", "DIR"),
          List.of("status", "DIR"),
          List.of("gaps", "DIR"),
          List.of("walk", "DIR", "--cards"),
          List.of("driver", "show", "DIR"),
          List.of("schemes", "for", "DIR"),
          List.of("portfolio", "DIR"),
          List.of("replay", "DIR"),
          List.of("report", "DIR", "--out", "OUT"));

  private final Path folder;
  private final Map<String, Integer> codes = new TreeMap<>();

  private HostileDossiersRun(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    sh("ip link add lab type veth peer name wire && ip addr add 192.168.80.1/24 dev lab");
    sh("ip link set lab up && ip link set wire up && ip route add default via 192.168.80.254");
    Path packets = folder.resolve("packets");
    Path errors = folder.resolve("tcpdump");
    Process capture =
        new ProcessBuilder(
                "tcpdump", "-nn", "-q", "-l", "--immediate-mode", "-i", "any", NOT_OF_THE_KERNEL)
            .redirectOutput(packets.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      await(errors, "listening on");
      HostileDossiersRun run = new HostileDossiersRun(folder);
      run.all();
      Files.writeString(folder.resolve("codes"), run.codes.toString());
      // The first packet in the list, if nothing was sent before.
      try (DatagramSocket socket = new DatagramSocket()) {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        socket.send(new DatagramPacket(new byte[1], 1, loopback, DISCARD));
      }
      await(packets, "127.0.0.1." + DISCARD);
    } finally {
      capture.destroyForcibly();
    }
  }

  private void all() throws IOException {
    for (int target = 0; target < TARGETS.size(); target++) {
      for (int want = 0; want < WANTS.size(); want++) {
        Path dossier = folder.resolve(target + "-" + want);
        write(dossier, TARGETS.get(target), WANTS.get(want));
        List<List<String>> commands = new ArrayList<>(List.of(SENDING.getFirst()));
        if (target == want) {
          commands = new ArrayList<>(SENDING);
        }
        if (target == want && OPENED.contains(want)) {
          commands.addAll(OPENING);
        }
        for (List<String> command : commands) {
          Object[] words =
              command.stream()
                  .map(w -> w.equals("DIR") ? dossier.toString() : w)
                  .map(w -> w.equals("OUT") ? dossier + "-out" : w)
                  .toArray();
          codes.merge(command.getFirst() + " " + Cli.run(words).code(), 1, Integer::sum);
        }
      }
    }
  }

  private static void write(Path dossier, String target, String want) throws IOException {
    Repository.copyOfExample("sensor-tag", dossier);
    boolean driven = want.equals("DRIVER");
    Path product = dossier.resolve("product.yaml");
    String text = Files.readString(product);
    if (driven) {
      Files.writeString(dossier.resolve("press.sh"), "#!/bin/sh\nping -c 1 192.168.80.7\n");
      if (!dossier.resolve("press.sh").toFile().setExecutable(true)) {
        throw new IOException("no program can be made");
      }
      String host = target.contains(":") ? "[" + target + "]" : target;
      Files.writeString(
          dossier.resolve("driver.yaml"),
          "actions:\n  power-off:\n    - {program: press.sh}\n    - {http: GET /, at: \""
              + host
              + ":80\"}\n");
    } else {
      Files.delete(dossier.resolve("driver.yaml"));
    }
    // What the example wants of the same kind makes room.
    String kept =
        text.replaceAll("(?m)^ +(#.*|equipment:.*|publicPages:.*)\n", "")
            .replaceAll("(?s)  credentials:.*", "");
    Files.writeString(product, kept.replace("127.88.4.1", target) + (driven ? "" : want));
  }

  private static void await(Path file, String text) throws IOException, InterruptedException {
    while (!Files.readString(file).contains(text)) {
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private static void sh(String command) throws IOException, InterruptedException {
    if (new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor() != 0) {
      throw new IOException("failed: " + command);
    }
  }
}
