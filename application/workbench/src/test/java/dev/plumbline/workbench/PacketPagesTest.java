package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.importing.Importing;
import dev.plumbline.app.team.AuthorKeys;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.capture.kit.Connection;
import dev.plumbline.capture.kit.Pcap;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.EvidenceNote;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.importing.ImportReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packets of a capture that an observation rests on, in place. */
class PacketPagesTest {
  private static final String DEVICE = "127.88.1.1";
  private static final String PEER = "192.0.2.77";
  private static final String HOSTILE = "</pre><script>alert(1)</script>\u202e";

  @TempDir static Path temporary;
  private static Workbench workbench;
  private static Client client;
  private static byte[] capture = {};
  private static byte[] cut = {};

  @BeforeAll
  static void start() throws Exception {
    Path dossier = Copies.of("careless-camera", temporary.resolve("tag"));
    Connection undeclared =
        new Connection(PEER, 40_000, DEVICE, 2_323).open().client("hi\r\n").server(HOSTILE);
    Connection other = new Connection(PEER, 40_001, DEVICE, 2_424).open().server("x".repeat(1_400));
    // Frames 1 to 5 and 6 to 9.
    capture = Pcap.ethernet().ip(undeclared.packets()).ip(other.packets()).done();
    Path file = Files.write(temporary.resolve("capture.pcap"), capture);
    Workspace workspace =
        Workspace.open(dossier, LocalDate.now(Clock.systemUTC())).workspace().orElseThrow();
    ImportReport report =
        new Importing(workspace)
            .read(file, Optional.empty(), Optional.empty(), "run", false, (at, of) -> {});
    assertThat(report.read()).as("%s", report.problems()).isTrue();
    cut = Arrays.copyOf(capture, capture.length - 10);
    EvidenceNote note = new EvidenceNote("A cut capture", "", "", "", "Ann", Instant.EPOCH, "1");
    try (DossierWriter writer = DossierFolder.at(dossier).write()) {
      writer.storeEvidence(cut, note);
    }
    workbench = open(dossier);
    client = Client.of(workbench);
  }

  private static Workbench open(Path dossier) throws Exception {
    return Workbench.start(
        List.of(dossier), 0, new AuthorKeys(temporary.resolve("keys")), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    workbench.close();
  }

  private static String evidence() {
    return "/p/tag/evidence/" + Digest.of(capture).hex();
  }

  /** The link of the page of the capture to the frames of a served port. */
  private static String served(int port) throws Exception {
    return client.page(evidence()).select("[aria-labelledby=facts] li").stream()
        .filter(l -> l.text().contains("traffic.served") && l.text().contains("/" + port))
        .map(l -> l.select("a").attr("href"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> column(Element table, String name) {
    return table.select("td[data-label=" + name + "]").eachText();
  }

  @Test
  void anObservationLeadsToTheFramesOfItsOwnFlow() throws Exception {
    String link = served(2_323);
    assertThat(link).endsWith("?frames=1,2,3,4,5");
    Document page = client.page(link);
    Element table = Objects.requireNonNull(page.selectFirst("table.packets"));
    assertThat(column(table, "Frame")).containsExactly("1", "2", "3", "4", "5");
    assertThat(column(table, "From")).contains(PEER + ":40000", DEVICE + ":2323");
    assertThat(column(table, "Time")).contains("2023-11-14T22:13:20.003Z");
    assertThat(column(table, "Protocol")).containsOnly("TCP");
    assertThat(column(table, "Length")).contains("54", "58");
    assertThat(page.select(".note")).isEmpty();
    assertThat(page.select("[aria-labelledby=facts] strong").text()).contains("traffic.served");
  }

  @Test
  void bytesOfADeviceAreTextAndNothingRuns() throws Exception {
    Document page = client.page(served(2_323));
    assertThat(page.select("main script, pre script")).isEmpty();
    String dump = Objects.requireNonNull(page.select("pre.dump").last()).wholeText();
    assertThat(dump).contains("</pre><sc", "alert(1)").doesNotContain("\u202e");
    assertThat(page.select("pre.dump").next().not("details *")).isEmpty();
    assertThat(page.select("details:has(pre.dump)").not("[open]")).hasSize(5);
  }

  @Test
  void longPacketsAreCutAndSaySo() throws Exception {
    Document page = client.page(served(2_424));
    assertThat(page.select("table.packets details p").eachText())
        .last()
        .isEqualTo("the first 1024 of 1454 bytes; they may show passwords.");
  }

  @Test
  void explainShowsThePacketsOfTheObservationsThatItRestsOn() throws Exception {
    Document listed = client.page(evidence());
    String explain =
        listed.select("[aria-labelledby=items] a").stream()
            .filter(a -> a.text().startsWith("5.6-1"))
            .map(a -> a.attr("href"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(listed.text()));
    Document page = client.page(explain);
    Element fact =
        page.select(".fact").stream()
            .filter(f -> f.text().contains("traffic.served · tcp/" + DEVICE + "/2323"))
            .findFirst()
            .orElseThrow();
    assertThat(fact.select(".meta").text()).contains("frames 1, 2, 3, 4, 5");
    assertThat(column(fact, "Frame")).containsExactly("1", "2", "3", "4", "5");
    assertThat(fact.select("> pre")).as("not the file as text besides").isEmpty();
    assertThat(page.text()).as("as in a terminal").contains(", frames 1, 2, 3, 4, 5");
    assertThat(client.get(explain + "&format=json").statusCode()).isEqualTo(200);
  }

  @Test
  void aCaptureIsShownFromItsBeginningInParts() throws Exception {
    Document page = client.page(evidence());
    Element table = Objects.requireNonNull(page.selectFirst("table.packets"));
    assertThat(column(table, "Frame")).hasSize(9);
    assertThat(page.select("a[rel=next], a[rel=prev], .note")).isEmpty();
    Document behind = client.page(evidence() + "?frames=21-40");
    assertThat(behind.select("table.packets")).isEmpty();
    assertThat(behind.select(".note").text()).contains("Frame 21 is missing: the capture has 9");
    assertThat(behind.select("a[rel=prev]").attr("href")).endsWith("?frames=1-20");
  }

  @Test
  void aCaptureThatIsCutOffDoesNotSeemToEnd() throws Exception {
    Document page = client.page("/p/tag/evidence/" + Digest.of(cut).hex());
    assertThat(column(Objects.requireNonNull(page.selectFirst("table.packets")), "Frame"))
        .hasSize(8);
    assertThat(page.select(".note").text())
        .contains("Frame 9 is missing: the capture has 8 frames that can be read, then");
  }

  @Test
  void framesThatTheCaptureDoesNotHaveAreTold() throws Exception {
    Document page = client.page(evidence() + "?frames=9,77");
    assertThat(page.select(".note").text()).contains("Frame 77 is missing: the capture has 9");
    assertThat(column(Objects.requireNonNull(page.selectFirst("table.packets")), "Frame"))
        .containsExactly("9");
    for (String wrong : List.of("x", "1,", "-1", "1;2", "9".repeat(16), "1,".repeat(900) + "1")) {
      assertThat(client.get(evidence() + "?frames=" + Client.encoded(wrong)).statusCode())
          .as(wrong)
          .isEqualTo(422);
    }
  }

  @Test
  void ofACaptureThatWasReplacedNoPacketIsShown() throws Exception {
    String link = served(2_323);
    byte[] other =
        Pcap.ethernet()
            .ip(new Connection(PEER, 1, DEVICE, 2_323).open().server("another").packets())
            .done();
    Path kept = temporary.resolve("tag/evidence").resolve(Digest.of(capture).hex());
    assertThat(kept).exists();
    Files.write(kept, other);
    assertThat(client.get(link).statusCode()).isEqualTo(409);
    assertThat(client.get(link).body()).doesNotContain("another");
    Files.write(kept, capture);
  }
}
