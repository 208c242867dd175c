package dev.plumbline.judging.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.yaml.Span;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Field;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import dev.plumbline.yaml.YamlReader;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever stands in the cells, each rule ends in a finding about the declaration. */
class AnyTextProperties {
  private static final CryptoPolicy POLICY = CryptoPolicies.load();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int CELLS = 13;
  private static final Place PLACE = new Place("test.yaml", 1, 1);
  private static final Span SPAN = new Span(0, 0);

  @Provide
  Arbitrary<EditionId> editions() {
    return Arbitraries.of(EditionId.all());
  }

  @Property(tries = 16, seed = "20261202")
  void noRuleEndsInAnInternalError(
      @ForAll("editions") EditionId edition, @ForAll("values") List<Value> values) {
    Catalogue catalogue = CatalogueLoader.load(edition);
    CelRules rules = CelRules.of(catalogue);
    Dossier dossier = Declared.tables(tables(catalogue, values));
    for (UnitRule rule : catalogue.rules().values()) {
      Optional<IxitEntry> entry = first(catalogue, rule, dossier, true);
      Optional<IxitEntry> second = first(catalogue, rule, dossier, false);
      assertThatCode(() -> rules.selects(rule, entry, second, dossier))
          .as("select of %s", rule.unit())
          .doesNotThrowAnyException();
      assertThat(rules.evaluate(rule, entry, second, dossier, POLICY, DAY))
          .as("rule of %s", rule.unit())
          .isNotInstanceOf(Finding.Errored.class);
    }
  }

  @Provide
  Arbitrary<List<Value>> values() {
    Arbitrary<Value> free = Arbitraries.strings().ofMaxLength(30).map(t -> new Value(t, scalar(t)));
    Arbitrary<Value> read =
        Arbitraries.of(
                "yes",
                "no",
                "[]",
                "0",
                "-3",
                "999999999999999999",
                "12345678901234567890123",
                "E-1",
                "[E-1, E-2, E-1]",
                "1-AuthMech/E-1",
                "{a: b, c: [d]}",
                "[[E-1], {a: b}]",
                "None (a person looks)",
                "N/A, because nothing leads there",
                "critical and public",
                "Enabled by default, as described in the manual",
                "Password that is pre-installed, TLS 1.0 with RC4",
                "无，因为")
            .map(t -> new Value(t, parsed(t)));
    Arbitrary<Value> large =
        Arbitraries.of("(", "no, ", "AES-256-GCM TLS ", "none because ", "1.")
            .map(t -> new Value(t + "…", scalar(t.repeat(400))));
    return Arbitraries.frequencyOf(Tuple.of(4, free), Tuple.of(8, read), Tuple.of(1, large))
        .list()
        .ofSize(CELLS);
  }

  /**
   * What stands in a cell.
   *
   * @param shown in the report of a failure
   */
  record Value(String shown, YamlNode node) {
    @Override
    public String toString() {
      return shown;
    }
  }

  private static YamlNode scalar(String text) {
    return new Scalar(text, true, PLACE, SPAN);
  }

  private static YamlNode parsed(String yaml) {
    return ((Mapping) YamlReader.read("v: " + yaml, "test.yaml", new Problems()).orElseThrow())
        .get("v")
        .orElseThrow();
  }

  /** Two entries in each table, all their cells filled in turn. */
  private static Mapping tables(Catalogue catalogue, List<Value> values) {
    Map<String, Field> tables = new LinkedHashMap<>();
    int[] next = {0};
    for (IxitTable table : catalogue.tables().values()) {
      YamlNode rows =
          table.single()
              ? row(table, "", values, next)
              : new Listing(
                  List.of(row(table, "E-1", values, next), row(table, "E-2", values, next)),
                  PLACE,
                  SPAN);
      tables.put(table.id(), new Field(PLACE, SPAN, rows));
    }
    return new Mapping(tables, PLACE, SPAN);
  }

  /** Each third cell is of a form that its column takes, so that rules get past their guards. */
  private static Mapping row(IxitTable table, String id, List<Value> values, int[] next) {
    Map<String, Field> cells = new LinkedHashMap<>();
    cells.put("id", new Field(PLACE, SPAN, scalar(id)));
    Stream.concat(table.columns().stream(), table.fields().stream())
        .filter(c -> !c.key().equals("id"))
        .forEach(
            c -> {
              int at = next[0]++;
              YamlNode node =
                  at % 3 == 0 && !c.values().isEmpty()
                      ? scalar(c.values().get(at % c.values().size()))
                      : values.get(at % values.size()).node();
              cells.put(c.key(), new Field(PLACE, SPAN, node));
            });
    return new Mapping(cells, PLACE, SPAN);
  }

  private static Optional<IxitEntry> first(
      Catalogue catalogue, UnitRule rule, Dossier dossier, boolean own) {
    return catalogue
        .unit(rule.unit())
        .flatMap(u -> own ? u.table() : u.alsoUses().stream().findFirst())
        .flatMap(t -> dossier.ixit().entries(t).stream().findFirst());
  }
}
