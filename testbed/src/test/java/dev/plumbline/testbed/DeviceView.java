package dev.plumbline.testbed;

import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;

/**
 * How a device looks from outside, by facet. Two devices that behave alike have equal views, so
 * that a flaw can be shown to change what it says and nothing else.
 */
final class DeviceView {
  private static final List<String> SURFACES =
      List.of(
          "router-update",
          "router-upnp",
          "router-setup",
          "recorder",
          "shell",
          "framework",
          "socks",
          "http-proxy");
  private static final List<List<String>> LOGINS =
      List.of(
          List.of("admin", "9f3c51e07ab2"),
          List.of("admin", "00005e005301"),
          List.of("root", "xc3511"),
          List.of("support", "support"));

  private final DeviceSpec spec;
  private final Map<String, String> facets = new TreeMap<>();

  private DeviceView(DeviceSpec spec) {
    this.spec = spec;
  }

  /** Starts the device, looks at it from all sides and stops it. */
  static Map<String, String> of(DeviceSpec spec, InetAddress address, InstantSource clock)
      throws IOException {
    DeviceView view = new DeviceView(spec);
    view.facets.put("fetches", FetchView.of(spec, address, clock));
    try (CallView calls = CallView.of(spec, address, clock);
        SimulatedDevice device = SimulatedDevice.start(calls.spec(), address, clock);
        VendorSite vendor = VendorSite.start(spec, address, clock)) {
      // First: a device that loses its power hangs up on whom it calls.
      view.facets.put("calls", calls.seen() + RevokedCall.seen(spec, address, clock));
      view.look(device, vendor.endpoint());
    }
    view.facets.replaceAll((facet, seen) -> withoutAddress(seen, address));
    return view.facets;
  }

  /** Where it stands is no property of a device; certificates and datagrams are seen as digits. */
  private static String withoutAddress(String seen, InetAddress address) {
    String text = address.getHostAddress();
    HexFormat digits = HexFormat.of();
    return seen.replace(text, "")
        .replace(digits.formatHex(address.getAddress()), "")
        .replace(digits.formatHex(text.getBytes(StandardCharsets.US_ASCII)), "");
  }

  private void look(SimulatedDevice at, InetSocketAddress vendor) throws IOException {
    facets.put("units", spec.units().toString());
    Set<String> tcp = new TreeSet<>(at.endpoints().keySet());
    tcp.removeAll(at.datagramParts());
    facets.put("ports", tcp.toString());
    facets.put("udp", DatagramView.of(spec, at));
    pages("vendor", spec.base().child("vendor"), new Web(vendor, false));
    if (at.endpoints().containsKey("web")) {
      lookAtWeb(new Web(at.endpoint("web"), true));
      facets.putAll(TlsView.of(at.endpoint("web")));
      input(at);
      logins(at);
    }
    for (String part : List.of("plain", "api")) {
      if (at.endpoints().containsKey(part)) {
        Settings settings = spec.effective().child("parts").child(part);
        pages("pages." + part, settings, new Web(at.endpoint(part), settings.has("tls")));
      }
    }
    if (spec.name().equals("sensor-tag") && at.endpoints().containsKey("api")) {
      facets.put("keys", ProtocolView.keys(at.endpoint("api")));
      oddInput(at.endpoint("api"));
    }
    if (spec.name().equals("home-hub")) {
      facets.put("odd-input", oddCall(new Web(at.endpoint("upnp"), false)));
    }
    for (String part : List.of("telnet", "console")) {
      if (at.endpoints().containsKey(part)) {
        facets.put(part, hello(at.endpoint(part), ""));
      }
    }
    if (at.endpoints().containsKey("ftp")) {
      facets.put("ftp", hello(at.endpoint("ftp"), "QUIT\r\n"));
    }
    if (at.endpoints().containsKey("rtsp")) {
      facets.put(
          "rtsp",
          hello(
              at.endpoint("rtsp"),
              """
              DESCRIBE rtsp://x/live RTSP/1.0\r
              CSeq: 1\r
              \r
              DESCRIBE rtsp://x/live RTSP/1.0\r
              CSeq: 2\r
              Authorization: Basic YWRtaW46MTIzNA==\r
              \r
              """));
    }
    facets.putAll(ProtocolView.of(spec, at));
    if (at.endpoints().containsKey("secure-coap")) {
      facets.put("dtls", DtlsView.versions(at.endpoint("secure-coap")));
    }
    if (at.endpoints().containsKey("ssh")) {
      lookAtSsh(at.endpoint("ssh"));
    }
    surfaces(at);
    facets.put("memory", MemoryView.of(spec, at));
    facets.put("card", MemoryView.card(spec, at));
    facets.put("isolation", MemoryView.isolated(spec, at));
    // Late, as it makes parts fall over.
    facets.put("odd-messages", OddMessagesView.of(spec, at));
    if (at.endpoints().containsKey("web")) {
      passwordChange(at, new Web(at.endpoint("web"), true));
    }
    facets.put("set-up", MemoryView.setUp(spec, at));
    facets.put("factory-default", afterReset(at));
  }

  /** What a stranger gets of the settings between a reset and the set-up. */
  private String afterReset(SimulatedDevice at) throws IOException {
    if (at.bench().isEmpty() || !at.endpoints().containsKey("web")) {
      return "none";
    }
    Web web = new Web(at.endpoint("web"), true);
    String password = spec.effective().child("facts").required("password");
    web.send("POST", "/api/v2/reset", session(web.login("/login", "admin", password)), "");
    return "" + web.get("/api/v2/data").status();
  }

  /** What known attacks look for. */
  private void surfaces(SimulatedDevice at) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String part : SURFACES) {
      if (at.endpoints().containsKey(part)) {
        Set<String> paths =
            spec.effective().child("parts").child(part).child("pages").children().keySet();
        for (String path : paths) {
          Web.Answer answer = new Web(at.endpoint(part), false).get(path);
          seen.append(part + " " + path + " " + answer.status() + " " + answer.body() + "\n");
        }
        seen.append(paths.isEmpty() ? part + " " + hello(at.endpoint(part), "\5\1\0\r\n\r\n") : "");
      }
    }
    facets.put("surfaces", seen.toString());
  }

  /** Input that the tag's interface should not process; what makes it wait comes last. */
  private void oddInput(InetSocketAddress endpoint) {
    Web api = new Web(endpoint, true);
    List<String> seen = new ArrayList<>();
    for (String path : List.of("/?q={{7*191}}", "/?q=../../proc/version")) {
      seen.add(odd(api, "GET", path, Map.of(), ""));
    }
    seen.add(odd(api, "POST", "/", Map.of(), "{"));
    seen.add(odd(api, "POST", "/", Map.of("Transfer-Encoding", "chunked"), ""));
    long began = System.nanoTime();
    seen.add(odd(api, "GET", "/", Map.of(), ""));
    seen.add(System.nanoTime() - began < 3_000_000_000L ? "at once" : "late");
    seen.add(odd(api, "GET", "/?q=" + "A".repeat(600), Map.of(), ""));
    facets.put("odd-input", seen.toString());
  }

  /** A long call by SOAP, of an action that is none. */
  private static String oddCall(Web control) {
    return odd(control, "POST", "/way", Map.of("SOAPAction", "\"none\""), "A".repeat(1_500));
  }

  private static String odd(
      Web web, String method, String path, Map<String, String> headers, String body) {
    try {
      Web.Answer answer = web.send(method, path, headers, body);
      return answer.status() + " " + answer.body();
    } catch (IOException dropped) {
      return "dropped";
    }
  }

  private void pages(String facet, Settings part, Web web) throws IOException {
    StringBuilder seen = new StringBuilder();
    Set<String> paths = new TreeSet<>(part.child("pages").children().keySet());
    paths.add("/");
    for (String path : paths) {
      Web.Answer answer = web.get(path);
      String body = answer.body().replace(":" + web.endpoint().getPort(), "");
      seen.append(path + " " + answer.status() + " " + body + "\n");
    }
    facets.put(facet, seen.toString());
  }

  private void lookAtWeb(Web web) throws IOException {
    pages("pages.web", spec.effective().child("parts").child("web"), web);
    Map<String, String> headers = new TreeMap<>(web.get("/login").headers());
    headers.remove("content-length");
    facets.put("headers", headers.toString());
    String password = spec.effective().child("facts").required("password");
    Web.Answer in = web.login("/login", "admin", password);
    facets.put(
        "cookies", in.headers().getOrDefault("set-cookie", "").replaceAll("session=\\w+", ""));
    List<Integer> statuses = new ArrayList<>();
    String wait = "";
    for (int i = 0; i < 17; i++) {
      Web.Answer answer = web.login("/login", "nobody", "wrong-" + i);
      statuses.add(answer.status());
      wait = answer.headers().getOrDefault("retry-after", "");
    }
    facets.put("roles", roles(web));
    Map<String, String> session = session(web.login("/login", "admin", password));
    web.send("GET", "/logout", session, "");
    facets.put("session", "" + web.send("GET", "/password", session, "").status());
    facets.put("lock", statuses.toString());
    facets.put("lock-time", wait);
    facets.put("upload", "" + web.send("POST", "/firmware", Map.of(), "unsigned").status());
  }

  /** What the lesser role gets of what is the owner's, and of what is its own. */
  private String roles(Web web) throws IOException {
    String password = spec.effective().child("facts").text("viewerPassword", "");
    Map<String, String> session = session(web.login("/login", "viewer", password));
    List<Integer> statuses = new ArrayList<>();
    for (String path : List.of("/config", "/backup", "/api/v2/data", "/api/status")) {
      statuses.add(web.send("GET", path, session, "").status());
    }
    return statuses.toString();
  }

  private static Map<String, String> session(Web.Answer login) {
    String cookie = login.headers().getOrDefault("set-cookie", "");
    return Map.of("Cookie", cookie.replaceFirst(";.*", ""));
  }

  /** Changes the password, restarts the device, and changes it back. */
  private void passwordChange(SimulatedDevice device, Web web) throws IOException {
    String password = spec.effective().child("facts").required("password");
    List<String> seen = new ArrayList<>();
    for (List<String> change :
        List.of(
            List.of(password, "another-" + password), List.of("another-" + password, password))) {
      Web.Answer in = web.login("/login", "admin", change.getFirst());
      String form = "old=" + change.getFirst() + "&new=" + change.getLast();
      seen.add("" + web.send("POST", "/password", session(in), form).status());
      for (String tried : change) {
        seen.add("" + web.login("/login", "admin", tried).status());
      }
      if (device.bench().isPresent()) {
        Web bench = new Web(device.bench().get(), false);
        for (String done : List.of("/power/off", "/power/on", "/button")) {
          bench.send("POST", done, Map.of(), "");
        }
        seen.add("restarted: " + web.login("/login", "admin", change.getLast()).status());
      }
    }
    facets.put("password-change", seen.toString());
  }

  private void input(SimulatedDevice at) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String body : List.of("{\"name\":\"garden\"}", "{\"name\":" + "\"A".repeat(99))) {
      seen.append(
          new Web(at.endpoint("web"), true).send("POST", "/config", Map.of(), body).status());
      if (at.endpoints().containsKey("api")) {
        Web api = new Web(at.endpoint("api"), false);
        seen.append(api.send("POST", "/api/v1/config", Map.of(), body).status());
      }
    }
    String page = new Web(at.endpoint("web"), true).get("/login?error=a%3Cb").body();
    seen.append(page.contains("a<b") ? " raw" : " escaped").append(page.contains("a&lt;b"));
    facets.put("input", seen.toString());
  }

  private void logins(SimulatedDevice at) throws IOException {
    List<String> accepted = new ArrayList<>();
    for (List<String> login : LOGINS) {
      String user = login.getFirst();
      String password = login.getLast();
      if (new Web(at.endpoint("web"), true)
          .login("/login", user, password)
          .headers()
          .containsKey("set-cookie")) {
        accepted.add("web " + login);
      }
      if (new Web(at.endpoint("plain"), false)
          .login("/login", user, password)
          .headers()
          .containsKey("set-cookie")) {
        accepted.add("plain " + login);
      }
      if (at.endpoints().containsKey("telnet") && telnet(at.endpoint("telnet"), user, password)) {
        accepted.add("telnet " + login);
      }
    }
    facets.put("logins", accepted.toString());
  }

  private static boolean telnet(InetSocketAddress at, String user, String password)
      throws IOException {
    try (Socket socket = Talk.open(at)) {
      InputStream in = socket.getInputStream();
      Talk.until(in, "login: ");
      Talk.say(socket.getOutputStream(), user + "\r\n");
      Talk.until(in, "Password: ");
      Talk.say(socket.getOutputStream(), password + "\r\n");
      Talk.until(in, "\r\n");
      return Talk.until(in, " ").endsWith("# ");
    }
  }

  /** The first words of a service; a last line is sent so that none has to be waited for. */
  private static String hello(InetSocketAddress at, String words) throws IOException {
    try (Socket socket = Talk.open(at)) {
      Talk.say(socket.getOutputStream(), words.isEmpty() ? "exit\r\nexit\r\n".repeat(3) : words);
      socket.shutdownOutput();
      return Talk.until(socket.getInputStream(), "\0");
    }
  }

  private void lookAtSsh(InetSocketAddress at) throws IOException {
    try (SshClient client = SshClient.setUpDefaultClient()) {
      client.start();
      List<String> seen = new ArrayList<>();
      client.setServerKeyVerifier(
          (session, remote, key) -> {
            seen.add(key.getAlgorithm() + " " + key.getEncoded().length);
            return true;
          });
      try (ClientSession session =
          client
              .connect("x", at.getAddress().getHostAddress(), at.getPort())
              .verify()
              .getSession()) {
        session.waitFor(
            List.of(ClientSession.ClientSessionEvent.WAIT_AUTH), java.time.Duration.ofSeconds(5));
        facets.put("ssh.banner", session.getServerVersion());
        facets.put("ssh.algorithms", seen + " " + session.getServerKexProposals());
      }
    }
  }
}
