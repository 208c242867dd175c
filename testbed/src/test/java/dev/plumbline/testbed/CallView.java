package dev.plumbline.testbed;

import dev.plumbline.testbed.settings.Settings;
import dev.plumbline.testbed.tls.TlsEnvelope;
import dev.plumbline.testbed.tls.TlsIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.tls.TlsFatalAlert;

/** How the device's clients look to the servers that they call. */
final class CallView implements AutoCloseable {
  private static final int MILLIS = 20_000;

  /** Content type of a TLS record that carries a ClientHello. */
  private static final int HANDSHAKE = 22;

  private final TlsIdentity otherHost;
  private final Map<String, ServerSocket> servers = new LinkedHashMap<>();
  private final Map<String, DatagramCall> datagrams = new LinkedHashMap<>();
  private final DeviceSpec spec;

  private CallView(DeviceSpec spec, InetAddress address, InstantSource clock) throws IOException {
    this.otherHost =
        TlsIdentity.make(
            Settings.of(Map.of("selfSigned", true, "name", "other.example", "validToDays", -1)),
            address,
            clock.instant());
    String pem = pem(otherHost);
    Map<String, Object> patch = new LinkedHashMap<>();
    for (Map.Entry<String, Settings> each : spec.base().child("clients").children().entrySet()) {
      String client = each.getKey();
      if (each.getValue().text("transport", "tcp").equals("udp")) {
        DatagramCall server = DatagramCall.open(address, otherHost);
        datagrams.put(client, server);
        patch.put(client, pointed(server.endpoint(), pem));
        continue;
      }
      ServerSocket server = new ServerSocket(0, 8, address);
      server.setSoTimeout(MILLIS);
      servers.put(client, server);
      patch.put(client, pointed((InetSocketAddress) server.getLocalSocketAddress(), pem));
    }
    this.spec = spec.patched(Map.of("clients", patch));
  }

  /** The certificate as settings have it. */
  static String pem(TlsIdentity identity) throws IOException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(identity.chain().getFirst().getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static Map<String, Object> pointed(InetSocketAddress to, String pem) {
    return Map.of(
        "to",
        to.getAddress().getHostAddress() + ":" + to.getPort(),
        "redialMillis",
        1,
        "trusts",
        pem);
  }

  /** Opens servers that the clients trust, though they are expired and made out to another host. */
  static CallView of(DeviceSpec spec, InetAddress address, InstantSource clock) throws IOException {
    return new CallView(spec, address, clock);
  }

  /** The device, pointed at these servers. */
  DeviceSpec spec() {
    return spec;
  }

  /**
   * What the clients make of such a server, of one that knows TLS 1.0 alone, and what they do
   * after.
   */
  String seen() throws IOException {
    Map<String, List<String>> seen = new TreeMap<>();
    for (Map.Entry<String, ServerSocket> server : servers.entrySet()) {
      List<String> outcomes = new ArrayList<>();
      for (String version : List.of("TLSv1.3", "TLSv1.0")) {
        outcomes.add(outcome(server.getValue(), version));
      }
      outcomes.add(firstWord(server.getValue()));
      seen.put(server.getKey(), outcomes);
    }
    for (Map.Entry<String, DatagramCall> server : datagrams.entrySet()) {
      seen.put(server.getKey(), List.of(server.getValue().outcome()));
    }
    return seen.toString();
  }

  /** How the client begins its next call: with a handshake, or as if there was no TLS. */
  private static String firstWord(ServerSocket server) throws IOException {
    try (Socket call = server.accept()) {
      call.setSoTimeout(MILLIS);
      return call.getInputStream().read() == HANDSHAKE ? "handshake" : "clear text";
    }
  }

  private String outcome(ServerSocket server, String version) throws IOException {
    Settings tls =
        Settings.of(
            Map.of(
                "versions",
                Map.of("TLSv1.2", version.equals("TLSv1.3"), version, true),
                "suites",
                Map.of(
                    "TLS_AES_128_GCM_SHA256", true,
                    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", true,
                    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA", true)));
    List<String> heard = new ArrayList<>();
    try (Socket call = server.accept()) {
      call.setSoTimeout(MILLIS);
      TlsEnvelope.of(tls, otherHost)
          .around((in, out) -> heard.add(in.read() < 0 ? "silent" : "accepted"))
          .talk(call.getInputStream(), call.getOutputStream());
    } catch (TlsFatalAlert e) {
      heard.add("no handshake");
    } catch (IOException e) {
      // An alert, or what is left of it when the caller closes at once.
      heard.add("refused");
    }
    return heard.getFirst();
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket server : servers.values()) {
      server.close();
    }
    datagrams.values().forEach(DatagramCall::close);
  }
}
