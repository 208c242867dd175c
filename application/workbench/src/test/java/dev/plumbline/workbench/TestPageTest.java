package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.testbed.DeviceSpec;
import dev.plumbline.testbed.SimulatedDevice;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs against a simulated device, started, watched and stopped as a browser does. */
class TestPageTest {
  private static final String ADDRESS = "127.77.97.1";
  private static final String PAGE = "/p/camera/test";

  @TempDir Path temporary;
  private Client client = Client.to("http://127.0.0.1:1");
  private final List<AutoCloseable> open = new java.util.ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  @BeforeEach
  void start() throws Exception {
    SimulatedDevice device =
        SimulatedDevice.start(
            DeviceSpec.named("careless-camera").onlyParts("web").anyPorts(),
            InetAddress.ofLiteral(ADDRESS));
    open.add(device);
    Path dossier = Copies.of("careless-camera", temporary.resolve("camera"));
    int port = device.endpoint("web").getPort();
    for (String file : List.of("product.yaml", "driver.yaml")) {
      Path path = dossier.resolve(file);
      Files.writeString(
          path,
          Files.readString(path)
              .replace("127.88.1.1", ADDRESS)
              .replace("\"1-65535\"", "\"" + port + "\", \"8443\""));
    }
    Workbench workbench =
        Workbench.start(
            List.of(dossier), 0, new AuthorKeys(temporary.resolve("keys")), Clock.systemUTC());
    open.add(workbench);
    client = Client.of(workbench);
  }

  private HttpResponse<String> start(String what, String only) throws Exception {
    String digest = client.page(PAGE).select("input[name=agree]").attr("value");
    return client.post(
        PAGE + "/start", "what", what, "only", only, "level", "observe", "agree", digest);
  }

  /** Reads until the stream ends, which it does when the run is over. */
  private String events(String... headers) throws Exception {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Accept";
    all[headers.length + 1] = "text/event-stream";
    return client.get(PAGE + "/events", all).body();
  }

  private static List<Long> ids(String events) {
    return events
        .lines()
        .filter(l -> l.startsWith("id:"))
        .map(l -> Long.valueOf(l.substring(3).strip()))
        .toList();
  }

  @Test
  void aRunIsWatchedFromWhereABrowserStoppedAndStaysOnThePage() throws Exception {
    Document before = client.page(PAGE);
    assertThat(before.text())
        .contains(ADDRESS, "I have read what this dossier wants", "Wrong passwords: at most");
    assertThat(client.post(PAGE + "/start", "what", "all", "agree", "0000").statusCode())
        .as("another state of the dossier")
        .isEqualTo(409);
    HttpResponse<String> started = start("all", "tcp-open-ports");
    assertThat(started.statusCode()).as(started.body()).isEqualTo(303);
    String events = events();
    assertThat(events).contains("event: started", "event: observed", "tcp.open-ports");
    assertThat(events).contains("event: ended", "event: finished");
    List<Long> ids = ids(events);
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    long middle = ids.get(ids.size() / 2);
    assertThat(ids(events("Last-Event-ID", Long.toString(middle))))
        .isNotEmpty()
        .allMatch(id -> id > middle);
    Document after = client.page(PAGE);
    assertThat(after.select("#run-probes").text()).contains("tcp-open-ports", "done");
    assertThat(after.select("#run-facts").text()).contains("tcp.open-ports");
    assertThat(after.select("#run").attr("data-events")).as("nothing more comes").isEmpty();
    assertThat(after.text()).contains("Go on with run-");
  }

  @Test
  void aRunThatIsStoppedKeepsWhatItSawAndGoesOnLater() throws Exception {
    assertThat(start("all", "").statusCode()).isEqualTo(303);
    assertThat(start("all", "").statusCode()).as("a second one").isEqualTo(409);
    assertThat(client.page(PAGE).select("#run").attr("data-events")).contains("/test/events");
    assertThat(client.post(PAGE + "/stop").statusCode()).isEqualTo(303);
    assertThat(events()).contains("\"stopped\"");
    assertThat(client.post(PAGE + "/stop").statusCode()).isEqualTo(409);
    assertThat(client.page(PAGE).select("#run-now").text()).contains("the run can go on");
    assertThat(start("resume", "tcp-open-ports").statusCode()).isIn(303, 409);
  }
}
