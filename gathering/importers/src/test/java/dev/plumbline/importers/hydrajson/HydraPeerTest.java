package dev.plumbline.importers.hydrajson;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.dossier.Observation;
import dev.plumbline.importers.kit.Tool;
import dev.plumbline.importing.ImportReport;
import dev.plumbline.importing.kit.ImportTrial;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hydra itself, against a server with one login. Hydra ends with 255 when one of its children did
 * not, which happens by chance even when it found the login; its file says what counts.
 */
@Tag("peers")
class HydraPeerTest {
  private static final String ADDRESS = "127.77.60.4";

  @Test
  void readsWhatHydraWrites(@TempDir Path folder) throws IOException, InterruptedException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(ADDRESS), 0), 0);
    server
        .createContext(
            "/",
            exchange -> {
              exchange.sendResponseHeaders(200, -1);
              exchange.close();
            })
        .setAuthenticator(
            new BasicAuthenticator("camera") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals("root") && password.equals("xc3511");
              }
            });
    server.start();
    try {
      int port = server.getAddress().getPort();
      Files.writeString(folder.resolve("defaults.txt"), "admin:admin\nroot:xc3511\n");
      Tool.run(
          folder,
          "hydra",
          Set.of(0, 255),
          "hydra",
          "-t",
          "1",
          "-C",
          "defaults.txt",
          "-b",
          "json",
          "-o",
          "hydra.json",
          "-s",
          "" + port,
          "http-get://" + ADDRESS + "/");
      ImportReport report = ImportTrial.at(ADDRESS).read(folder.resolve("hydra.json"));
      assertThat(report.toString()).doesNotContain("xc3511");
      if (!Files.readString(folder.resolve("hydra.json")).contains("\"login\": \"root\"")) {
        assertThat(report.observations()).noneMatch(Observation::seen);
        return;
      }
      assertThat(report.problems()).isEmpty();
      assertThat(report.observations())
          .singleElement()
          .satisfies(
              o -> {
                assertThat(o.subject()).isEqualTo("tcp/" + ADDRESS + "/" + port);
                assertThat(o.value().get("accepted"))
                    .isEqualTo(List.of(Map.of("user", "root", "list", "defaults.txt")));
              });
    } finally {
      server.stop(0);
    }
  }
}
