package dev.plumbline.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules name tables, columns, values and labels that exist. */
class DataFilesTest {
  private static final List<Catalogue> EDITIONS =
      EditionId.all().stream().map(DossierText::catalogue).toList();

  private static List<IxitTable> tables(TableRole role) {
    return EDITIONS.stream().flatMap(c -> c.tables(role).stream()).toList();
  }

  private static void rule(Mapping rule) {
    TableRole role = ShippedData.role(rule, "role");
    List<IxitTable> tables = tables(role);
    assertThat(EDITIONS).as("%s", rule.place()).allMatch(c -> c.tables(role).size() == 1);
    List<String> keys = new ArrayList<>();
    Stream.of("where", "unless").forEach(k -> keys.addAll(ShippedData.lists(rule, k).keySet()));
    Stream.of("filled", "empty", "mustName", "column", "field")
        .forEach(k -> keys.addAll(rule.texts(k)));
    assertThat(keys)
        .as("%s", rule.place())
        .allSatisfy(k -> assertThat(tables).anyMatch(t -> t.column(k).isPresent()));
    ShippedData.lists(rule, "where")
        .forEach(
            (key, values) ->
                assertThat(values)
                    .as("%s %s", rule.place(), key)
                    .allMatch(v -> tables.stream().anyMatch(t -> takes(t, key, v))));
  }

  private static boolean takes(IxitTable table, String key, String value) {
    return table
        .column(key)
        .filter(
            c ->
                switch (c.type()) {
                  case BOOLEAN -> value.equals("true") || value.equals("false");
                  default -> c.values().contains(value);
                })
        .isPresent();
  }

  @Test
  void linksNameWhatExists() {
    for (Mapping link : ShippedData.read("links.yaml").mappings("links")) {
      rule(link);
      link.mapping("namedBy").ifPresent(n -> n.mappings("any").forEach(DataFilesTest::rule));
    }
  }

  @Test
  void fieldsNameWhatExists() {
    ShippedData.read("fields.yaml").mappings("fields").forEach(DataFilesTest::rule);
  }

  @Test
  void endpointRulesNameWhatExists() {
    ShippedData.read("endpoints.yaml").mappings("needEndpoints").forEach(DataFilesTest::rule);
  }

  @Test
  void confirmationsNameWhatExists() {
    for (Mapping c : ShippedData.read("confirmations.yaml").mappings("confirmations")) {
      rule(c);
      assertThat(tables(ShippedData.role(c, "about"))).hasSize(2);
      assertThat(EDITIONS)
          .allMatch(
              e -> e.provision(new ProvisionId(ShippedData.need(c, "provision"))).isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void signsNameWhatExists(EditionId edition) {
    Catalogue catalogue = DossierText.catalogue(edition);
    Mapping signs = ShippedData.statements(edition.version()).mapping("signs").orElseThrow();
    signs
        .fields()
        .keySet()
        .forEach(
            label -> {
              assertThat(labels(catalogue)).contains(label);
              signs.mappings(label).forEach(DataFilesTest::rule);
              assertThat(signs.mappings(label))
                  .allMatch(s -> catalogue.tables(ShippedData.role(s, "role")).size() == 1);
            });
  }

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void implicationsNameWhatExists(EditionId edition) {
    assertThat(StatementsAgree.rules(edition.version()))
        .isNotEmpty()
        .allSatisfy(
            r -> assertThat(labels(DossierText.catalogue(edition))).contains(r.when(), r.then()));
  }

  @Test
  void columnsNameWhatExists() {
    Mapping roles = ShippedData.read("columns.yaml").mapping("roles").orElseThrow();
    roles
        .fields()
        .keySet()
        .forEach(
            word -> {
              List<IxitTable> named = tables(TableRole.of(word).orElseThrow());
              Mapping needs = roles.mapping(word).orElseThrow();
              List<String> keys = new ArrayList<>(needs.texts("fields"));
              keys.addAll(needs.texts("optional"));
              needs.mapping("when").ifPresent(w -> keys.addAll(w.fields().keySet()));
              assertThat(keys)
                  .as(word)
                  .allSatisfy(k -> assertThat(named).anyMatch(t -> t.column(k).isPresent()));
            });
  }

  @Test
  void proseRulesNameColumnsThatExist() {
    Mapping prose = ShippedData.read("prose.yaml");
    List<String> keys = new ArrayList<>(prose.texts("descriptions"));
    keys.addAll(prose.texts("neverEmpty"));
    prose.mappings("rules").forEach(r -> keys.addAll(r.texts("columns")));
    assertThat(keys)
        .allSatisfy(
            k ->
                assertThat(EDITIONS.stream().flatMap(c -> c.tables().values().stream()))
                    .anyMatch(t -> t.column(k).isPresent()));
  }

  private static List<String> labels(Catalogue catalogue) {
    return Stream.concat(
            catalogue.conditions().values().stream(), catalogue.features().values().stream())
        .map(c -> c.label())
        .toList();
  }
}
