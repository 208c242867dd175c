package dev.plumbline.catalogue.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.Confidence;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemeLinterTest {
  private static final SchemeCatalogue SHIPPED = Schemes.load();
  private static final Map<EditionId, Catalogue> EDITIONS = CatalogueLoader.all();
  private static final ProofReader PROOFS =
      new ProofReader(new Fields(new Resources().read("schemes/proofs.yaml")));
  private static final String CLEAN =
      """
      id: label
      name: A label
      kind: label
      state: active
      stateSince: unknown
      facts:
        owner:
          - is: Somebody.
            sources: [own]
            confidence: low
      sets:
        - id: all
          edition: "2.1.1"
          provisions: [5.1-1, 5.2-1]
          basis: read
          sources: [own]
          confidence: high
      levels:
        - id: one
          rank: 1
          name: One
          from: unknown
          sets: [all]
          assessor: self
          sources: [own]
          confidence: high
        - id: two
          rank: 2
          name: Two
          from: unknown
          includes: [one]
          requirements:
            - id: list
              kind: sbom
              text: A list.
              near: [5.3-8]
          assessor: self
          sources: [own]
          confidence: high
      """;

  @Test
  void whatShipsIsClean() {
    assertThat(SchemeLinter.lint(SHIPPED, EDITIONS)).isEmpty();
  }

  @Test
  void aSchemeThatFitsTogetherIsClean() {
    assertThat(lint(CLEAN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "provisions: [5.1-1, 5.2-1] | provisions: [5.1-1, 5.1-2A]   | PLB-9031",
        "provisions: [5.1-1, 5.2-1] | provisions: []                | PLB-9031",
        "provisions: [5.1-1, 5.2-1] | selection: answered           | ''",
        "near: [5.3-8]              | near: [5.3-88]                | PLB-9031",
        "sources: [own]             | sources: [nobody]             | PLB-9032",
        "sets: [all]                | version: nothing              | PLB-9033",
        "sources: [own]             | sources: []                   | PLB-9035",
        "sets: [all]                | sets: [all, none]             | PLB-9036",
        "includes: [one]            | includes: [two]               | PLB-9036",
        "includes: [one]            | includes: [three]             | PLB-9036",
        "id: two                    | id: one                       | PLB-9037",
        "provisions: [5.1-1, 5.2-1] | provisions: [5.1-1, 5.1-1]    | PLB-9037",
        "owner:                     | status:                       | PLB-9038"
      })
  void aPartThatDoesNotFitIsTold(String before, String after, String id) {
    assertThat(CLEAN).contains(before);
    assertThat(lint(CLEAN.replace(before, after)))
        .extracting(Problem::id)
        .contains(id.isEmpty() ? new String[0] : new String[] {id});
    if (id.isEmpty()) {
      assertThat(lint(CLEAN.replace(before, after))).isEmpty();
    }
  }

  @Test
  void aLevelThatSaysWhatIsUnknownMayAskForNothing() {
    assertThat(lint(CLEAN.replace("includes: [one]", "unknown: [All of it.]"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"uk-psti, law, nowhere, one", "uk-psti, law, sg-cls, 9", "uk-psti, 7, sg-cls, 1"})
  void anEdgeToNowhereIsTold(String from, String level, String to, String toLevel) {
    Edge edge =
        new Edge(
            from,
            level,
            false,
            to,
            toLevel,
            Edge.Kind.DEEMED,
            PartialDate.UNKNOWN,
            "all",
            List.of(),
            List.of("own"),
            Confidence.HIGH);
    SchemeCatalogue schemes = with(SHIPPED.schemes(), List.of(edge));
    assertThat(SchemeLinter.lint(schemes, EDITIONS)).extracting(Problem::id).contains("PLB-9034");
  }

  private static List<Problem> lint(String yaml) {
    Problems problems = new Problems();
    Mapping root = (Mapping) YamlReader.read(yaml, "scheme.yaml", problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return SchemeLinter.lint(
        with(List.of(Schemes.scheme(new Fields(root), PROOFS)), List.of()), EDITIONS);
  }

  private static SchemeCatalogue with(List<Scheme> schemes, List<Edge> edges) {
    return new SchemeCatalogue(
        SHIPPED.asOf(),
        SHIPPED.sources(),
        schemes,
        edges,
        SHIPPED.productKind(),
        SHIPPED.supportEnd());
  }
}
