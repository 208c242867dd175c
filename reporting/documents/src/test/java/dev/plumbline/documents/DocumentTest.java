package dev.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.data.SupplyFields;
import dev.plumbline.declaration.data.SupplyFields.SupplyField;
import dev.plumbline.documents.Block.Grid;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final String HOSTILE =
      "<script>alert(1)</script> [x](javascript:alert(2)) \u202E\u0000 | `c` \n# head &amp;";

  static Stream<Definition> definitions() {
    return Definitions.load().values().stream();
  }

  private static Definition definition(String id) {
    return Objects.requireNonNull(Definitions.load().get(id));
  }

  private static OwedDocument made(Definition definition, DocumentFacts declared) {
    return Composer.compose(definition, declared, NOW);
  }

  private static Map<String, String> full(String text) {
    Map<String, String> facts = new HashMap<>();
    SupplyFields.all().stream().map(SupplyField::key).forEach(k -> facts.put(k, text));
    return facts;
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void aDefinitionNamesFactsTablesAndProvisionsThatExist(Definition definition) {
    List<Catalogue> editions = EditionId.all().stream().map(CatalogueLoader::load).toList();
    assertThat(definition.sources()).isNotEmpty();
    for (Mapping part : definition.parts()) {
      assertThat(Composer.kinds()).containsAll(part.fields().keySet());
      part.mapping("rows").ifPresent(r -> rows(r, editions));
    }
    for (String path : Composer.paths(definition)) {
      String from = path.substring(0, path.indexOf('.'));
      String key = path.substring(path.indexOf('.') + 1);
      switch (from) {
        case "supply" -> assertThat(SupplyFields.all()).anyMatch(f -> f.key().equals(key));
        case "product", "standard" ->
            assertThat(Examples.camera(Map.of()).fact(path)).as(path).isPresent();
        default ->
            assertThat(editions)
                .as(path)
                .allMatch(c -> table(c, from).flatMap(t -> t.column(key)).isPresent());
      }
    }
    assertThat(definition.passes())
        .allSatisfy(
            p -> assertThat(editions).allMatch(c -> c.provision(new ProvisionId(p)).isPresent()));
  }

  private static Optional<IxitTable> table(Catalogue catalogue, String role) {
    return TableRole.of(role).flatMap(r -> catalogue.tables(r).stream().findFirst());
  }

  private static void rows(Mapping rows, List<Catalogue> editions) {
    String table = Definition.need(rows, "table");
    for (Mapping column : rows.mappings("columns")) {
      String key = Definition.need(column, "key");
      assertThat(editions).as(table).allMatch(c -> table(c, table).isPresent());
      assertThat(editions)
          .as(table + " " + key)
          .anyMatch(c -> table(c, table).flatMap((IxitTable t) -> t.column(key)).isPresent());
    }
  }

  @Test
  void everyPairNamesProvisionsOfAnEdition() {
    List<Catalogue> editions = EditionId.all().stream().map(CatalogueLoader::load).toList();
    for (String name : List.of("en18031-pairs", "cra-pairs")) {
      for (Mapping pair : Definitions.pairs(name)) {
        assertThat(pair.texts("provisions"))
            .allMatch(
                p -> editions.stream().anyMatch(c -> c.provision(new ProvisionId(p)).isPresent()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void withoutFactsEveryDocumentIsADraftThatInventsNone(Definition definition) {
    OwedDocument document = made(definition, Examples.silent());
    assertThat(document.draft()).isTrue();
    assertThat(document.lacks())
        .filteredOn(l -> !l.file().isEmpty())
        .allSatisfy(l -> assertThat(l.file()).matches("product.yaml|supply.yaml|ixit/.*\\.yaml"));
    String html = new String(new HtmlRenderer().render(document), StandardCharsets.UTF_8);
    assertThat(html).contains("DRAFT, not to be given out");
    assertThat(Jsoup.parse(html).select(".draft, .gap")).isNotEmpty();
  }

  @Test
  void aSupportPeriodIsCompleteWithItsFactsAndADraftWithoutOne() {
    Definition definition = definition("support-period");
    Map<String, String> supply = full("Somewhere 1, Town");
    OwedDocument whole = made(definition, Examples.camera(supply));
    assertThat(whole.lacks()).isEmpty();
    assertThat(new String(new MarkdownRenderer().render(whole), StandardCharsets.UTF_8))
        .contains("2031\\-12\\-31")
        .doesNotContain("DRAFT", "missing");
    supply.remove("manufacturerAddress");
    assertThat(made(definition, Examples.camera(supply)).lacks())
        .extracting(Lack::line)
        .containsExactly("Address of the manufacturer → supply.yaml, manufacturerAddress");
  }

  @Test
  void aRowThatIsTooWideForAPageBecomesATableOfItsOwn() {
    OwedDocument document = made(definition("data-information"), Examples.camera(Map.of()));
    List<Grid> grids =
        document.blocks().stream().filter(Grid.class::isInstance).map(Grid.class::cast).toList();
    assertThat(grids).allMatch(g -> g.head().size() <= 4);
    assertThat(grids.stream().filter(g -> g.head().getFirst().equals("Data")).limit(3))
        .allSatisfy(
            g ->
                assertThat(g.rows())
                    .extracting(r -> ((Piece.Words) r.getFirst().getFirst()).text())
                    .containsExactly(
                        "What for",
                        "How it is used",
                        "Who gets it",
                        "How long",
                        "How you agree",
                        "How you take that back"))
        .hasSize(3);
  }

  @Test
  void aStatementOfComplianceIsADraftAsLongAsAProvisionIsNotShown() {
    OwedDocument statement =
        made(definition("uk-psti-statement"), Examples.camera(full("2026-11-27")));
    assertThat(statement.lacks()).hasSize(4).allMatch(l -> l.what().startsWith("Provision 5."));
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void noDeclaredTextBecomesMarkup(Definition definition) {
    OwedDocument document = made(definition, Examples.camera(full(HOSTILE)));
    Document html =
        Jsoup.parse(new String(new HtmlRenderer().render(document), StandardCharsets.UTF_8));
    assertThat(html.select("script, a, img, iframe, link")).isEmpty();
    String markdown = new String(new MarkdownRenderer().render(document), StandardCharsets.UTF_8);
    String shown =
        org.commonmark.renderer.html.HtmlRenderer.builder()
            .build()
            .render(Parser.builder().build().parse(markdown));
    assertThat(Jsoup.parse(shown).select("script, a, img")).isEmpty();
    assertThat(Jsoup.parse(shown).select("h1")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void aWordDocumentReadsBackAndHoldsNoLinkFieldOrMacro(Definition definition) throws IOException {
    OwedDocument document = made(definition, Examples.camera(full(HOSTILE)));
    byte[] bytes = new WordRenderer().render(document);
    try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(bytes));
        XWPFWordExtractor text = new XWPFWordExtractor(word)) {
      assertThat(text.getText()).contains(document.title());
      if (document.draft()) {
        assertThat(word.getHeaderList().getFirst().getText())
            .contains("DRAFT, not to be given out");
      }
      assertThat(word.getTables())
          .hasSize((int) document.blocks().stream().filter(Grid.class::isInstance).count());
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        assertThat(e.getName()).doesNotContain("vba");
        if (e.getName().endsWith("document.xml")) {
          assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
              .doesNotContain("w:hyperlink", "w:instrText", "w:fldSimple", "<script");
        }
      }
    }
  }
}
