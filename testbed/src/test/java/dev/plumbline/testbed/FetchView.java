package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testbed.settings.Settings;
import dev.plumbline.testbed.tls.TlsEnvelope;
import dev.plumbline.testbed.tls.TlsIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which images the device installs that it fetched from the server of its updates. */
final class FetchView {
  private static final Path IMAGES = Path.of("..", "examples", "careless-camera", "images");
  private static final int MILLIS = 20_000;
  private static final Settings TLS =
      Settings.of(
          Map.of(
              "versions", Map.of("TLSv1.3", true),
              "suites", Map.of("TLS_AES_128_GCM_SHA256", true)));

  /** What was seen, by all that a device has beside its parts. */
  private static final Map<Map<String, Object>, String> SEEN = new HashMap<>();

  private final ServerSocket server;
  private final TlsIdentity identity;

  private FetchView(ServerSocket server, TlsIdentity identity) {
    this.server = server;
    this.identity = identity;
  }

  static String of(DeviceSpec spec, InetAddress address, InstantSource clock) throws IOException {
    Settings client = spec.effective().child("clients").child("updates");
    if (!client.has("fetch")) {
      return "none";
    }
    Map<String, Object> running = new HashMap<>(spec.effective().values());
    // These are off meanwhile, and most flaws are theirs.
    running.keySet().removeAll(Set.of("parts", "vendor"));
    String seen = SEEN.get(running);
    if (seen == null) {
      seen = look(spec, address, clock);
      SEEN.put(running, seen);
    }
    return seen;
  }

  private static String look(DeviceSpec spec, InetAddress address, InstantSource clock)
      throws IOException {
    TlsIdentity identity =
        TlsIdentity.make(Settings.of(Map.of("selfSigned", true)), address, clock.instant());
    List<String> seen = new ArrayList<>();
    for (String name : List.of("newer", "older", "other-model", "relabelled", "tampered")) {
      String from = name.equals("tampered") ? "newer" : name;
      String image = Files.readString(IMAGES.resolve(from + ".bin"));
      // A server of its own for each, or calls of the device before would wait for it.
      try (ServerSocket server = new ServerSocket(0, 8, address)) {
        server.setSoTimeout(MILLIS);
        String served = name.equals("tampered") ? image.replace("program of", "program 0f") : image;
        seen.add(name + " " + new FetchView(server, identity).look(served, spec, clock));
      }
    }
    return String.join("\n", seen);
  }

  /** Serves one image to a device that has just come from its factory. */
  private String look(String image, DeviceSpec spec, InstantSource clock) throws IOException {
    InetAddress address = server.getInetAddress();
    Map<String, Object> patch =
        Map.of(
            "on",
            true,
            "to",
            address.getHostAddress() + ":" + server.getLocalPort(),
            "redialMillis",
            1,
            // Which servers it takes is another question.
            "verifies",
            Map.of("chain", false, "dates", false, "name", false, "use", false, "strength", false));
    DeviceSpec fetching =
        spec.onlyParts()
            .patched(
                Map.of(
                    "clients", Map.of("updates", patch), "bench", Map.of("on", true, "port", 0)));
    try (SimulatedDevice device = SimulatedDevice.start(fetching, address, clock)) {
      String metadata = "{\"version\": \"9.9.9\", \"sha256\": \"" + sha256(image) + "\"}";
      boolean fetched = answer(metadata, image);
      fetched = fetched || answer(metadata, image);
      assertThat(fetched).as("it fetched the image").isTrue();
      // It looks again when it has done with that image.
      answer("{}", "");
      String console = new Web(device.bench().orElseThrow(), false).get("/console").body();
      return console.replaceFirst(".*\"version\":\"([^\"]+)\".*", "$1").strip();
    }
  }

  /** One request; whether it was for the image. */
  private boolean answer(String metadata, String image) throws IOException {
    List<String> asked = new ArrayList<>();
    try (Socket call = server.accept()) {
      call.setSoTimeout(MILLIS);
      TlsEnvelope.of(TLS, identity)
          .around(
              (in, out) -> {
                asked.add(line(in));
                String body = asked.getFirst().contains(".bin ") ? image : metadata;
                out.write(
                    ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.ISO_8859_1));
              })
          .talk(call.getInputStream(), call.getOutputStream());
    }
    return asked.getFirst().contains(".bin ");
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static String sha256(String image) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(image.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
