package dev.plumbline.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traffic that tcpdump captures, read by tshark too: the same flows, volumes and names. */
@Tag("peers")
class TrafficPeerTest {
  private static final String DEVICE = "127.77.61.1";
  private static final String SERVER = "127.77.61.2";
  private static final String OPENING = "127.77.61.249";
  private static final String CLOSING = "127.77.61.250";
  private static final int MARKS = 100;

  @Test
  void tsharkSeesTheSameFlowsAndNames(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("real.pcap");
    captured(file, TrafficPeerTest::traffic);
    Captured ours = new Captured(ImportTrial.at(DEVICE).read(file)).withoutErrors();
    Observation flows = ours.one("traffic.flows", "DUT");
    TreeMap<String, String> seen = new TreeMap<>();
    for (Map<?, ?> f : Captured.list(flows, "flows")) {
      if ("ip".equals(f.get("transport"))) {
        continue;
      }
      boolean calls = "device".equals(f.get("openedBy"));
      seen.put(
          f.get("transport")
              + " "
              + f.get(calls ? "device" : "peer")
              + " > "
              + f.get(calls ? "peer" : "device")
              + ":"
              + f.get("port"),
          f.get("packetsOut")
              + "/"
              + f.get("bytesOut")
              + " "
              + f.get("packetsIn")
              + "/"
              + f.get("bytesIn"));
    }
    assertThat(seen).isEqualTo(flowsOfTshark(file)).hasSize(3);
    assertThat(
            Captured.list(ours.one("traffic.names", "DUT"), "asked").stream()
                .map(n -> n.get("name"))
                .toList())
        .isEqualTo(tshark(file, "dns.flags.response==0 and not icmp", "dns.qry.name"));
    assertThat(ours.gaps()).isEmpty();
  }

  /** A request to a server, a name asked for, and a request to the device. */
  private static void traffic() throws IOException {
    InetAddress device = InetAddress.ofLiteral(DEVICE);
    InetAddress server = InetAddress.ofLiteral(SERVER);
    talk(device, server, "GET /fw HTTP/1.1\r\nHost: h\r\n\r\n", 300_000);
    talk(server, device, "anything", 10);
    try (DatagramSocket s = new DatagramSocket(new InetSocketAddress(device, 0))) {
      byte[] question =
          "\0\1\1\0\0\1\0\0\0\0\0\0\3api\7example\0\0\1\0\1".getBytes(StandardCharsets.ISO_8859_1);
      s.send(new DatagramPacket(question, question.length, server, 53));
    }
  }

  private static void talk(InetAddress from, InetAddress to, String request, int answer)
      throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, to);
        Socket client = new Socket(to, listener.getLocalPort(), from, 0);
        Socket served = listener.accept()) {
      client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      // What is not read when a socket is closed makes it a reset.
      served.getInputStream().readNBytes(request.length());
      Thread writer =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (OutputStream out = served.getOutputStream()) {
                      out.write(new byte[answer]);
                    } catch (IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  });
      try (InputStream in = client.getInputStream()) {
        assertThat(in.readAllBytes()).hasSize(answer);
      }
      writer.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> flowsOfTshark(Path file) throws Exception {
    TreeMap<String, long[]> sums = new TreeMap<>();
    Map<String, String> names = new TreeMap<>();
    List<String> lines =
        tshark(
            file,
            "(tcp or udp) and not icmp",
            "ip.src",
            "ip.dst",
            "tcp.srcport",
            "tcp.dstport",
            "udp.srcport",
            "udp.dstport",
            "ip.len");
    for (String line : lines) {
      String[] f = line.split("\t", -1);
      boolean tcp = !f[2].isEmpty();
      String from = f[0] + ":" + (tcp ? f[2] : f[4]);
      String to = f[1] + ":" + (tcp ? f[3] : f[5]);
      boolean out = f[0].equals(DEVICE);
      String pair = new TreeSet<>(List.of(from, to)).toString();
      // The first packet is the caller's.
      names.putIfAbsent(pair, (tcp ? "tcp " : "udp ") + f[0] + " > " + to);
      long[] sum = sums.computeIfAbsent(pair, p -> new long[4]);
      sum[out ? 0 : 2]++;
      sum[out ? 1 : 3] += Long.parseLong(f[6]);
    }
    TreeMap<String, String> all = new TreeMap<>();
    sums.forEach(
        (pair, s) -> all.put(names.get(pair), s[0] + "/" + s[1] + " " + s[2] + "/" + s[3]));
    return all;
  }

  private static List<String> tshark(Path file, String filter, String... fields) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "tshark",
                "-n",
                "-r",
                file.toString(),
                "-T",
                "fields",
                "-Y",
                "(" + filter + ") and ip.addr==" + DEVICE));
    Arrays.stream(fields).forEach(f -> command.addAll(List.of("-e", f)));
    Process tshark = start(command, "tshark");
    List<String> lines = tshark.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(tshark.waitFor()).isZero();
    return lines;
  }

  private static Process start(List<String> command, String name) {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new AssertionError(name + " is missing; type: sudo apt-get install -y " + name, e);
    }
  }

  /** Something that is done while tcpdump captures. */
  private interface Deed {
    void done() throws IOException;
  }

  /**
   * Captures while something is done, between packets to two marker addresses that tcpdump must
   * show; one is sent again while none shows, as tcpdump can miss packets at first.
   */
  private static void captured(Path file, Deed deed) throws Exception {
    Process tcpdump =
        start(
            List.of(
                "tcpdump",
                "-i",
                "lo",
                "-n",
                "-l",
                "-U",
                "--immediate-mode",
                "-B",
                "32768",
                "-Z",
                "root",
                "--print",
                "-w",
                file.toString(),
                "net 127.77.61.0/24"),
            "tcpdump");
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader =
        Thread.ofPlatform()
            .daemon()
            .start(() -> tcpdump.inputReader(StandardCharsets.UTF_8).lines().forEach(lines::add));
    try {
      untilMarked(OPENING, lines);
      deed.done();
      untilMarked(CLOSING, lines);
    } finally {
      tcpdump.toHandle().destroy();
      reader.join();
    }
    assertThat(Files.size(file)).isPositive();
  }

  private static void untilMarked(String address, BlockingQueue<String> lines) throws Exception {
    InetAddress marker = InetAddress.ofLiteral(address);
    try (DatagramSocket s = new DatagramSocket(new InetSocketAddress(marker, 0))) {
      for (int sent = 0; sent < MARKS; sent++) {
        s.send(new DatagramPacket(new byte[1], 1, marker, 9));
        String line = lines.poll(100, TimeUnit.MILLISECONDS);
        while (line != null) {
          if (line.contains(" > " + address)) {
            return;
          }
          line = lines.poll(100, TimeUnit.MILLISECONDS);
        }
      }
    }
    throw new AssertionError("tcpdump does not capture; it needs the right to");
  }
}
