package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can keep a file that came by phone beside a decision: a row, and "it still holds". */
class PhoneKeepsTest {
  private static final String ROW = "?row=1-AuthMech%2FAuthMech-1";
  private static final String CARD = "/p/tag/decide?show=all&item=";
  private static final byte[] LEFT = "the left screw".getBytes(StandardCharsets.UTF_8);
  private static final byte[] RIGHT = "the right screw".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path temporary;
  private static Workbench workbench;
  private static PhoneDesk phones;

  @BeforeAll
  static void start() throws Exception {
    workbench = Copies.workbench(temporary);
    phones = PhoneDesk.of(workbench, temporary, Clock.systemUTC().instant());
  }

  @AfterAll
  static void stop() {
    workbench.close();
  }

  private static Document page(String path) throws Exception {
    return phones.client().page(path);
  }

  private static String evidence() throws IOException {
    return Files.readString(temporary.resolve("tag/evidence.yaml")).replaceAll("\\s+", " ");
  }

  /** Two items of a row with a verdict; with these boxes ticked. */
  private static HttpResponse<String> decide(Document page, String... ticks) throws Exception {
    List<String> fields = new ArrayList<>(List.of("by", "A. Assessor"));
    List<String> ids = page.select("input[name=item]").eachAttr("value");
    List<String> seen = page.select("input[name=seen]").eachAttr("value");
    assertThat(ids).hasSizeGreaterThan(2);
    for (int i = 0; i < ids.size(); i++) {
      fields.addAll(List.of("item", ids.get(i), "seen", seen.get(i)));
      fields.addAll(List.of("verdict", i < 2 ? "FAIL" : "", "reason", i < 2 ? "As seen." : ""));
    }
    Arrays.stream(ticks).forEach(t -> fields.addAll(List.of("phone", t)));
    return phones
        .client()
        .upload(
            "/p/tag/row" + ROW,
            "evidence-1",
            "log.txt",
            "a log".getBytes(StandardCharsets.UTF_8),
            fields.toArray(String[]::new));
  }

  @Test
  void aRowKeepsEachFileWithTheItemsThatItShows() throws Exception {
    URI link = phones.open(ROW);
    Document asked = phones.phone(link).page(link.getPath());
    assertThat(asked.text()).contains("1-AuthMech/AuthMech-1", "For the items of this row.");
    assertThat(phones.send(link, LEFT, "").statusCode()).isEqualTo(303);
    assertThat(phones.send(link, RIGHT, "").statusCode()).isEqualTo(303);

    Document page = page("/p/tag/row" + ROW);
    List<String> items = page.select("input[name=item]").eachAttr("value");
    assertThat(page.select(".arrived li")).hasSize(2);
    Element first = Objects.requireNonNull(page.selectFirst(".arrived li"));
    List<String> boxes = first.select("input[name=phone]").eachAttr("value");
    assertThat(boxes).as("a box for each item").hasSameSizeAs(items);
    assertThat(first.select("input[name=phone]").eachAttr("form")).containsOnly("verdicts");

    HttpResponse<String> undecided = decide(page, boxes.getLast());
    assertThat(undecided.statusCode()).isEqualTo(422);
    assertThat(undecided.body()).contains("has evidence and no verdict", "As seen.");
    assertThat(decide(page, "f999 " + items.getFirst()).statusCode()).isEqualTo(409);
    assertThat(decide(page, boxes.getFirst()).statusCode()).isEqualTo(303);

    assertThat(kept(items.getFirst())).containsExactly(Digest.of(LEFT).shortForm());
    assertThat(kept(items.get(1))).containsExactly(Digest.of("a log").shortForm());
    assertThat(evidence())
        .contains("For " + items.getFirst() + ": IMG_1.jpg, by phone; code")
        .doesNotContain(Digest.of(RIGHT).hex());
    assertThat(phones.panel(ROW).select(".arrived li")).as("the other waits on").hasSize(1);
    assertThat(phones.panel(ROW).select("svg.qr")).as("and the page is open").hasSize(1);
    phones.client().post("/p/tag/phone/close" + ROW);
    assertThat(phones.panel(ROW).select("svg.qr")).isEmpty();
  }

  /** The beginnings of the digests of the evidence of the decision on an item. */
  private static List<String> kept(String item) throws Exception {
    return page(CARD + Client.encoded(item))
        .select("[aria-label=Decision] .note a[href*=/evidence/]")
        .eachAttr("href")
        .stream()
        .map(h -> h.replaceFirst(".*/evidence/(\\w{12}).*", "$1"))
        .toList();
  }

  @Test
  void aDecisionOnEvidenceOfAnotherVersionIsRenewedWithAFileByPhone() throws Exception {
    Document before = page("/p/tag/decide?unit=5.3");
    String card = Objects.requireNonNull(before.selectFirst("#card")).attr("aria-label");
    String path = CARD + Client.encoded(card.replaceFirst("Item ", ""));
    Element form = Objects.requireNonNull(page(path).selectFirst("#decision"));
    HttpResponse<String> decided =
        phones
            .client()
            .upload(
                form.attr("action"),
                "log.txt",
                "a log of 1.0.0".getBytes(StandardCharsets.UTF_8),
                "seen",
                form.select("[name=seen]").attr("value"),
                "verdict",
                "PASS",
                "reason",
                "As the log shows.",
                "by",
                "A. Assessor");
    assertThat(decided.statusCode()).as(decided.body()).isEqualTo(303);
    Path product = temporary.resolve("tag/product.yaml");
    String text = Files.readString(product);
    Files.writeString(
        product, text.replace("softwareVersion: \"1.0.0\"", "softwareVersion: \"1.0.1\""));
    Element still = await(path);
    String query = still.attr("action").replaceFirst("^[^?]*", "");
    URI link = phones.open(query);
    assertThat(phones.send(link, RIGHT, "").statusCode()).isEqualTo(303);

    Document page = page(path);
    assertThat(page.select(".arrived input[name=phone]").eachAttr("form"))
        .containsExactly("decision", "still");
    HttpResponse<String> without = renew(still, "");
    assertThat(without.statusCode()).isEqualTo(409);
    assertThat(without.body()).contains("rests on evidence of another version");
    String file = page.select(".arrived input[form=still]").attr("value");
    assertThat(renew(still, file).statusCode()).isEqualTo(303);
    assertThat(page(path).text()).contains("As the log shows. Still holds, because");
    assertThat(kept(card.replaceFirst("Item ", ""))).containsExactly(Digest.of(RIGHT).shortForm());
    assertThat(phones.panel(query).select("svg.qr, .arrived li")).as("spent").isEmpty();
    Files.writeString(product, text);
  }

  private static HttpResponse<String> renew(Element form, String file) throws Exception {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "seen",
                form.select("[name=seen]").attr("value"),
                "because",
                "the screw is the same.",
                "by",
                "Bob"));
    if (!file.isEmpty()) {
      fields.addAll(List.of("phone", file));
    }
    return phones.client().post(form.attr("action"), fields.toArray(String[]::new));
  }

  /** A change beside the server is seen within seconds. */
  private static Element await(String path) throws Exception {
    long until = System.nanoTime() + 20_000_000_000L;
    while (page(path).select("#still").isEmpty()) {
      assertThat(System.nanoTime()).as("the change is seen").isLessThan(until);
      Thread.onSpinWait();
    }
    return Objects.requireNonNull(page(path).selectFirst("#still"));
  }
}
