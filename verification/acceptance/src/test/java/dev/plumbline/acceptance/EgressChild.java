package dev.plumbline.acceptance;

import static dev.plumbline.acceptance.EgressRun.AFTER;
import static dev.plumbline.acceptance.EgressRun.DEVICE;
import static dev.plumbline.acceptance.EgressRun.LINK_LOCAL;
import static dev.plumbline.acceptance.EgressRun.PAGES;
import static dev.plumbline.acceptance.EgressRun.PATIENCE_MILLIS;
import static dev.plumbline.acceptance.EgressRun.PORT;
import static dev.plumbline.acceptance.EgressRun.PUBLIC;
import static dev.plumbline.acceptance.EgressRun.PUBLIC_SIX;
import static dev.plumbline.acceptance.EgressRun.STAND_IN;
import static dev.plumbline.acceptance.EgressRun.STRANGER;
import static dev.plumbline.acceptance.EgressRun.address;

import dev.plumbline.app.egress.Confinement;
import dev.plumbline.app.egress.Egress;
import dev.plumbline.app.egress.Egress.Peer;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.dossier.Product.PortRange;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Is confined to a dossier's device and tries to leave; started by {@link EgressRun}. The
 * arguments: the dossier, and {@code wait} or {@code try}.
 */
final class EgressChild {
  private static final LocalDate DAY = LocalDate.parse("2026-11-24");

  private EgressChild() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Workspace workspace = Workspace.open(Path.of(args[0]), DAY).workspace().orElseThrow();
    Egress egress = Egress.of(workspace.dossier().product(), List.of());
    try (Confinement kernel = Confinement.begin(egress)) {
      if (args[1].equals("wait")) {
        System.out.println("ready");
        System.in.read();
      } else {
        leave();
        answer();
        System.out.println("stopped: " + kernel.stopped().places());
      }
    }
    if (args[1].equals("try")) {
      pages();
      link();
    }
    System.out.println("over: stranger over tcp: " + tcp(STRANGER, AFTER));
    udp(AFTER);
  }

  private static void leave() throws IOException, InterruptedException {
    System.out.println("device over tcp: " + tcp(DEVICE, ""));
    System.out.println("stranger over tcp: " + tcp(STRANGER, "during"));
    System.out.println("stranger over tcp, IPv6: " + tcp("::1", "during"));
    System.out.println("stranger over udp: " + udp("during"));
    System.out.println("stranger by a program: " + program("exec 3<>/dev/tcp/"));
    System.out.println(
        "stranger by a program after its start: "
            + program("setsid bash -c 'exec 3<>/dev/tcp/$0' "));
  }

  /** Pages have names, so that their port is open to every public address. */
  private static void pages() throws IOException {
    List<InetAddress> resolvers = List.of(InetAddress.ofLiteral("127.0.0.53"));
    try (Confinement kernel =
        Confinement.begin(new Egress(List.of(), List.of(), List.of(), List.of(PAGES), resolvers))) {
      System.out.println("page at a public address: " + tcp(address(PUBLIC, PAGES)));
      System.out.println("page at a public address, IPv6: " + tcp(address(PUBLIC_SIX, PAGES)));
      System.out.println(
          "page at a private address: "
              + tcp(address(STRANGER, PAGES))
              + (kernel.stopped().packets() == 0 ? ", not counted" : ""));
    }
  }

  private static void link() throws IOException {
    int lo = NetworkInterface.getByName("lo").getIndex();
    System.out.println("device on its link: " + onLink(lo));
    System.out.println("device on another link: " + onLink(lo + 1_000));
  }

  private static String onLink(int agreed) throws IOException {
    byte[] six = InetAddress.ofLiteral(LINK_LOCAL).getAddress();
    InetAddress device = Inet6Address.getByAddress(null, six, agreed);
    Peer peer = new Peer("tcp", device, List.of(new PortRange(PAGES, PAGES)));
    try (Confinement kernel =
        Confinement.begin(new Egress(List.of(peer), List.of(), List.of(), List.of(), List.of()))) {
      return tcp(new InetSocketAddress(InetAddress.ofLiteral(LINK_LOCAL + "%lo"), PAGES))
          + (kernel.stopped().places().size() > 1 ? ", and more" : "");
    }
  }

  private static String tcp(InetSocketAddress address) {
    return tcp(address, "");
  }

  private static void answer() throws IOException {
    try (ServerSocket standIn = new ServerSocket(8443, 8, InetAddress.ofLiteral(STAND_IN))) {
      System.out.println("waits");
      try (Socket caller = standIn.accept()) {
        caller.getOutputStream().write('x');
        System.in.read();
      }
    }
  }

  private static String tcp(String address, String word) {
    return tcp(address(address, PORT), word);
  }

  private static String tcp(InetSocketAddress address, String word) {
    try (Socket socket = new Socket()) {
      socket.connect(address, PATIENCE_MILLIS);
      socket.getOutputStream().write(word.getBytes(StandardCharsets.UTF_8));
      return "reached";
    } catch (IOException e) {
      return "silent";
    }
  }

  private static String udp(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(bytes, bytes.length, address(STRANGER, PORT)));
      return "sent";
    } catch (IOException e) {
      return "refused";
    }
  }

  private static String program(String script) throws IOException, InterruptedException {
    return new ProcessBuilder("timeout", "0.4", "bash", "-c", script + STRANGER + "/" + PORT)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0
        ? "reached"
        : "silent";
  }
}
