package dev.plumbline.workbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.app.original.OriginalWordings;
import dev.plumbline.app.original.OriginalWordings.Passage;
import dev.plumbline.app.portfolio.ResultIndex;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.exchange.original.Original;
import dev.plumbline.exchange.original.Original.CaseWording;
import dev.plumbline.exchange.original.Original.Wording;
import dev.plumbline.exchange.original.OriginalStore;
import dev.plumbline.exchange.original.StandardName;
import dev.plumbline.view.Json;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wording of the user's own copy on the pages of the workbench. */
class OriginalOnPagesTest {
  private static final String WORD = "quixotangerine";

  @TempDir private Path data;

  private OriginalWordings wordings() throws IOException {
    Wording unit = new Wording("5.0-1-1a", 24, List.of("Count each <b>" + WORD + "</b>."));
    CaseWording testCase =
        new CaseWording(
            "5.0-1-1",
            "conceptual",
            24,
            List.of("To count."),
            List.of(unit),
            List.of("The verdict PASS is assigned if " + WORD + "."),
            List.of());
    new OriginalStore(data.resolve("originals"))
        .keep(
            new Original(
                Original.FORMAT,
                new StandardName("TS 103 701", "2.1.1"),
                "0".repeat(64),
                120,
                List.of(),
                Map.of(),
                Set.of(),
                List.of(testCase),
                Set.of()));
    return OriginalWordings.of(EditionId.named("3.1.3"), Map.of("PLUMBLINE_DATA", data.toString()));
  }

  @Test
  void itIsOnTheCardAndInNoJson() throws IOException {
    try (ResultIndex index = ResultIndex.inMemory();
        Products products =
            new Products(List.of(Path.of("../../examples/sensor-tag")), index, Clock.systemUTC())) {
      Product product = products.all().getFirst();
      Snapshot bare = ProductPages.judged(product.state());
      Snapshot snapshot =
          new Snapshot(
              bare.workspace(),
              bare.assessment(),
              bare.inOrder(),
              bare.cards(),
              bare.items(),
              wordings(),
              bare.findings());
      CardView card =
          snapshot.inOrder().stream()
              .filter(i -> i.id().unit().value().equals("5.0-1-1a"))
              .map(i -> CardView.of(product, snapshot, i.judged()))
              .findFirst()
              .orElseThrow();

      Passage passage = card.original().orElseThrow();
      assertThat(passage.page()).isEqualTo(24);
      assertThat(passage.paragraphs()).singleElement().asString().contains(WORD);
      assertThat(Json.of(card)).contains("5.0-1-1a").doesNotContain(WORD);
    }
  }

  @Test
  void thePageShowsItAsText() throws IOException {
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(
            "workbench/original.jte",
            Map.of("passage", wordings().find("5.0-1-1a").orElseThrow()),
            page);

    assertThat(page.toString())
        .contains("ETSI TS 103 701 V2.1.1, page 24 of your copy", "Assignment of verdict")
        .contains("Count each &lt;b&gt;" + WORD + "&lt;/b&gt;.");
  }
}
