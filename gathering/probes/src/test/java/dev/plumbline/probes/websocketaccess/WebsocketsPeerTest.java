package dev.plumbline.probes.websocketaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.hostile.ProbeTrial;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probes.kit.Daemon;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debian's websockets library for Python, with and without a look at who asks. */
@Tag("peers")
class WebsocketsPeerTest {
  private static final String ADDRESS = "127.77.53.3";

  private static final String SERVER =
      """
      import sys
      from websockets.sync.server import serve
      def tell(socket):
          socket.send('{"what":"motion"}')
          socket.recv()
      port = int(sys.argv[1])
      origins = ["http://%s:%d" % ("ADDRESS", port)] if sys.argv[2] == "own" else None
      with serve(tell, "ADDRESS", port, origins=origins) as server:
          server.serve_forever()
      """;

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({"own, refused", "any, accepted"})
  void aRealServerOpensToThoseThatItWants(String origins, String foreign) throws Exception {
    Path script = Daemon.file(dir, "server.py", SERVER.replace("ADDRESS", ADDRESS));
    try (Daemon server =
        Daemon.start(
            ADDRESS,
            dir,
            "python3-websockets",
            port ->
                List.of("/usr/bin/python3", script.toString(), String.valueOf(port), origins))) {
      Endpoint at = server.endpoint();
      Observation seen =
          ProbeTrial.against(at)
              // For a busy machine.
              .limits(Limits.usual().hurried(Duration.ofSeconds(15), Duration.ofSeconds(50)))
              .given("service.identified", at.toString(), Map.of("protocol", "http", "tls", false))
              .run(new WebsocketAccessProbe())
              .one("websocket.access");
      assertThat(seen.value().get("open"))
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .contains(
              Map.of("path", "/ws", "kind", "data"), Map.of("path", "/events", "kind", "data"));
      assertThat(seen.value().get("endpoints")).asString().contains(foreign);
    }
  }
}
