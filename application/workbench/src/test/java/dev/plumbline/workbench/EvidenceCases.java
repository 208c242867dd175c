package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.workbench.RoutesTest.Case;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The cases of the routes of evidence and of decisions that went stale. */
record EvidenceCases(Client client, Path dossier) {
  private static final String ROW = "1-AuthMech/AuthMech-1";
  private static final String NO_DIGEST = "/p/tag/evidence/" + "0".repeat(64);

  Map<String, Case> cases() {
    Map<String, Case> cases = new HashMap<>();
    cases.put("GET /p/{product}/evidence/{digest}", this::shows);
    cases.put("GET /p/{product}/evidence/{digest}/file", this::downloads);
    cases.put("GET /p/{product}/evidence/{digest}/picture", this::showsAPicture);
    cases.put("POST /p/{product}/still-holds", this::renews);
    return cases;
  }

  /** Attaches a file to a decision on the first item that waits, and returns its address. */
  private String attached(String name, byte[] file) throws Exception {
    Document page = client.page("/p/tag/decide");
    Element form = Objects.requireNonNull(page.selectFirst("#decision"));
    HttpResponse<String> done =
        client.upload(
            form.attr("action"),
            name,
            file,
            "seen",
            form.select("[name=seen]").attr("value"),
            "verdict",
            "PASS",
            "reason",
            "As the file shows.",
            "by",
            "A. Assessor");
    assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
    return "/p/tag/evidence/" + Digest.of(file).hex();
  }

  private void shows() throws Exception {
    String lines = "line <b>1</b>\r\n".repeat(10_000) + "the end";
    String path = attached("log.txt", lines.getBytes(StandardCharsets.UTF_8));
    RoutesTest.page(path + "?from=0&length=9", "Items that rest on it");
    Document page = client.page(path + "?from=15&length=15");
    assertThat(page.select("#stretch").text()).isEqualTo("line <b>1</b>");
    assertThat(page.select("pre b")).isEmpty();
    assertThat(page.select("h1").text()).contains("log.txt");
    assertThat(page.select("[aria-labelledby=items] a")).hasSize(1);
    String later = page.select("a[rel=next]").attr("href");
    assertThat(client.page(later).select("a[rel=prev]")).hasSize(1);
    assertThat(client.page(path + "?from=999999999&length=5").select("#stretch").text()).isEmpty();
    assertThat(client.get(path + "?from=-1").statusCode()).isEqualTo(422);
    assertThat(client.get(NO_DIGEST).statusCode()).isEqualTo(404);
    assertThat(client.get("/p/tag/evidence/..%2Fproduct.yaml").statusCode()).isEqualTo(404);
    Files.writeString(dossier.resolve("evidence").resolve(Digest.of(lines).hex()), "other");
    assertThat(client.get(path).statusCode()).as("a file that was changed").isEqualTo(409);
    Files.writeString(dossier.resolve("evidence").resolve(Digest.of(lines).hex()), lines);
  }

  private void downloads() throws Exception {
    String picture = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    String path = attached("../../evil name.svg", picture.getBytes(StandardCharsets.UTF_8));
    String listed = Files.readString(dossier.resolve("evidence.yaml"));
    assertThat(listed).contains("evil_name.svg").doesNotContain("..");
    HttpResponse<String> file = client.get(path + "/file");
    assertThat(file.body()).isEqualTo(picture);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(file.headers().firstValue("Content-Security-Policy"))
        .contains("sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(client.get(path + "/picture").statusCode()).as("SVG").isEqualTo(404);
    assertThat(client.page(path).select("img.evidence, svg")).isEmpty();
    assertThat(client.get(NO_DIGEST + "/file").statusCode()).isEqualTo(404);
  }

  private void showsAPicture() throws Exception {
    String path = attached("shot.png", png());
    Document page = client.page(path);
    assertThat(page.select("img.evidence").attr("src")).isEqualTo(path + "/picture");
    assertThat(page.select("img.evidence").attr("alt")).contains("shot.png");
    HttpResponse<String> picture = client.get(path + "/picture");
    assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(picture.headers().firstValue("Content-Disposition").orElse("")).startsWith("inline");
    assertThat(picture.headers().firstValue("Content-Security-Policy"))
        .contains("sandbox; default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    assertThat(client.get(NO_DIGEST + "/picture").statusCode()).isEqualTo(404);
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private void renews() throws Exception {
    String item = "5.1-5-1a@" + ROW;
    String path = "/p/tag/decide?show=all&item=" + Client.encoded(item);
    Element form = Objects.requireNonNull(client.page(path).selectFirst("#decision"));
    String seen = form.select("[name=seen]").attr("value");
    String[] fields = {
      "seen", seen, "verdict", "PASS", "reason", "It waits a second.", "by", "Ann"
    };
    assertThat(client.post(form.attr("action"), fields).statusCode()).isEqualTo(303);
    assertThat(client.page(path).select("#still")).as("nothing has changed").isEmpty();
    Path table = dossier.resolve("ixit/1-AuthMech.yaml");
    String before = Files.readString(table);
    Files.writeString(table, before.replace("takes at most 2", "takes at most two"));
    await(item);
    Document page = client.page(path);
    assertThat(page.select("[aria-labelledby=changed]").text()).contains("bruteForcePrevention");
    Element still = Objects.requireNonNull(page.selectFirst("#still"));
    String now = still.select("[name=seen]").attr("value");
    String to = still.attr("action");
    assertThat(client.post(to, "seen", now, "because", " ", "by", "Bob").statusCode())
        .isEqualTo(422);
    assertThat(client.post(to, "seen", seen, "because", "x", "by", "Bob").statusCode())
        .as("an older state")
        .isEqualTo(409);
    assertThat(
            client
                .post(to, "seen", now, "because", "only a number was written out.", "by", "Bob")
                .statusCode())
        .isEqualTo(303);
    assertThat(client.page(path).text())
        .contains("It waits a second. Still holds, because only a number was written out.");
    assertThat(client.page(path).select("#still")).isEmpty();
    assertThat(client.post(to, "seen", now, "because", "x", "by", "Bob").statusCode())
        .as("nothing is stale")
        .isEqualTo(409);
    Files.writeString(table, before);
    await(item);
  }

  /** A change beside the server is seen within seconds. */
  private void await(String item) throws Exception {
    long until = System.nanoTime() + 20_000_000_000L;
    while (client
        .page("/p/tag/decide?show=stale")
        .select("#queue a[href*=" + Client.encoded(item) + "]")
        .isEmpty()) {
      assertThat(System.nanoTime()).as("the change is seen").isLessThan(until);
      Thread.onSpinWait();
    }
  }
}
