package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several people, and an editor beside them, at one dossier. */
class SharedDossierTest {
  private static final int CLIENTS = 200;

  @TempDir Path temporary;

  @Test
  void ofManyWhoDecideOneItemAtOnceOneIsStoredAndTheOthersSeeBothTexts() throws Exception {
    try (Workbench workbench = Copies.workbench(temporary)) {
      Client client = Client.of(workbench);
      Document page = client.page("/p/tag/decide");
      Element form = Objects.requireNonNull(page.selectFirst("#decision"));
      String seen = form.select("[name=seen]").attr("value");
      Browsers browsers = Browsers.sending(CLIENTS, workbench);
      List<Future<HttpResponse<String>>> all = new ArrayList<>();
      try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < CLIENTS; i++) {
          String reason = "Reason of client " + i + ".";
          int number = i;
          all.add(
              pool.submit(
                  () ->
                      browsers.send(
                          number,
                          form.attr("action"),
                          "seen",
                          seen,
                          "verdict",
                          "FAIL",
                          "reason",
                          reason,
                          "by",
                          "A. Assessor")));
        }
      }
      List<String> stored = Files.readAllLines(temporary.resolve("tag/record/decisions.jsonl"));
      assertThat(stored).hasSize(1);
      int refused = 0;
      for (int i = 0; i < CLIENTS; i++) {
        HttpResponse<String> answer = all.get(i).get();
        String own = "Reason of client " + i + ".";
        if (answer.statusCode() == 303) {
          assertThat(stored.getFirst()).contains(own);
        } else {
          assertThat(answer.statusCode()).isEqualTo(409);
          assertThat(answer.body()).contains(own, "On record:");
          refused++;
        }
      }
      assertThat(refused).isEqualTo(CLIENTS - 1);
    }
  }

  @Test
  void whatAnEditorWritesIsSeenWithinSeconds() throws Exception {
    try (Workbench workbench = Copies.workbench(temporary)) {
      Client client = Client.of(workbench);
      assertThat(client.page("/p/tag").text()).contains("Example Tag");
      Path product = temporary.resolve("tag/product.yaml");
      Files.writeString(
          product, Files.readString(product).replaceFirst("name: .*", "name: Renamed Thing"));
      assertThat(until(client, "/p/tag", "Renamed Thing")).isEqualTo(200);
      assertThat(until(client, "/", "Renamed Thing")).isEqualTo(200);
      Files.writeString(product, "edition: [\n");
      assertThat(until(client, "/p/tag", "product.yaml")).isEqualTo(409);
      assertThat(until(client, "/", "To be mended first")).isEqualTo(200);
      assertThat(client.page("/").text()).contains("product.yaml");
    }
  }

  /** The status of the first answer that holds a text. */
  private static int until(Client client, String path, String text) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    HttpResponse<String> answer = client.get(path);
    while (!answer.body().contains(text) && System.nanoTime() < end) {
      answer = client.get(path);
    }
    assertThat(answer.body()).contains(text);
    return answer.statusCode();
  }
}
