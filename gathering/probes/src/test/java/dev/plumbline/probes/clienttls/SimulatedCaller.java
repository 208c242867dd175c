package dev.plumbline.probes.clienttls;

import dev.plumbline.core.Place;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.client.TlsCaller;
import dev.plumbline.testbed.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The simulated camera as caller, and what the probe records of it. */
final class SimulatedCaller {
  static final String DEVICE = "127.77.61.1";
  static final String HOST = "cloud.devices.example";

  /** Of this process alone: the probe waits at port 80 too, and tests run in several processes. */
  static final String LISTENER = listener(ProcessHandle.current().pid());

  private SimulatedCaller() {}

  static ClientTest test(Endpoint listen, Optional<String> authority, int seconds) {
    return new ClientTest(
        listen,
        HOST,
        authority,
        seconds,
        List.of("11-SecComMech/SecComMech-2"),
        Place.of("product.yaml"));
  }

  static String authority() {
    try {
      return Files.readString(
          Path.of("..", "..", "examples", "sound-camera", "test-authority.pem"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String listener(long pid) {
    return "127.76." + pid / 250 % 250 + "." + (pid % 250 + 1);
  }

  static Endpoint free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LISTENER))) {
      return Endpoint.tcp(LISTENER, socket.getLocalPort());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What the probe records of a simulated camera that calls from that address. */
  static Observation seen(Map<String, Object> patch, Optional<String> authority, String from)
      throws IOException {
    Endpoint listen = free();
    Settings caller =
        DeviceSpec.named("sound-camera")
            .base()
            .child("clients")
            .child("cloud")
            .with(
                Settings.of(
                    Map.of("to", listen.address() + ":" + listen.port(), "redialMillis", 1)))
            .with(Settings.of(patch));
    try (TlsCaller _ =
        TlsCaller.start(caller, InetAddress.ofLiteral(from), InstantSource.system())) {
      int seconds = from.equals(DEVICE) ? 15 : 1;
      return ProbeTrial.against(Endpoint.tcp(DEVICE, 1))
          .client(test(listen, authority, seconds))
          .run(new ClientTlsProbe())
          .one("tls.client");
    }
  }
}
