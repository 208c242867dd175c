package dev.plumbline.judging.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.UnitId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that is left out can change without making a decision stale. */
class UnitColumnsTest {
  private static final Catalogue CATALOGUE = CatalogueLoader.load(EditionId.named("3.1.3"));
  private static final String TABLE = "1-AuthMech";
  private static final String COLUMN = "bruteForcePrevention";

  private static Optional<Set<String>> columns(String check, String selects, String rule) {
    TestUnit unit =
        new TestUnit(
            new UnitId("5.1-1-1a"),
            Kind.CONCEPTUAL,
            "assess",
            UnitScope.ENTRY,
            Optional.of(TABLE),
            List.of(),
            selects,
            check,
            List.of(),
            "",
            List.of(),
            Optional.empty(),
            "",
            "",
            "",
            false);
    return UnitColumns.of(CATALOGUE, unit, rule, List.of(TABLE));
  }

  private static String quoted(String key) {
    return '"' + CATALOGUE.table(TABLE).orElseThrow().column(key).orElseThrow().name() + '"';
  }

  @Test
  void theColumnsThatTheTextQuotesAreRead() {
    String check = "See " + quoted(COLUMN) + ".";
    assertThat(columns(check, "", "").orElseThrow())
        .contains(COLUMN, "description")
        .doesNotContain("securityGuarantees", "cryptographicDetails");
    assertThat(columns(check.toUpperCase(Locale.ROOT), "", "").orElseThrow()).contains(COLUMN);
    assertThat(columns(check, "those with " + quoted("securityGuarantees"), "").orElseThrow())
        .contains(COLUMN, "securityGuarantees");
  }

  /** Nothing tells which column a typed field says in other words. */
  @Test
  void theTypedFieldsOfTheTableAreReadAlways() {
    assertThat(columns(quoted(COLUMN), "", "").orElseThrow())
        .containsAll(
            CATALOGUE.table(TABLE).orElseThrow().fields().stream().map(IxitColumn::key).toList());
  }

  @Test
  void theColumnsThatTheRuleNamesAreRead() {
    assertThat(columns(quoted(COLUMN), "", "row.cryptographicDetails != ''").orElseThrow())
        .contains("cryptographicDetails")
        .doesNotContain("securityGuarantees", "row");
  }

  @ParameterizedTest
  @ValueSource(strings = {"said(row)", "other == 1", "f(row, 'x')"})
  void aRuleThatHandsOnTheWholeRowReadsAllOfIt(String rule) {
    assertThat(columns(quoted(COLUMN), "", rule)).isEmpty();
  }

  @Test
  void aTextThatQuotesNothingOrSomethingElseDoesNotTell() {
    assertThat(columns("See whether it is so.", "", "")).isEmpty();
    assertThat(columns("See " + quoted(COLUMN) + " and \"Something Else\".", "", "")).isEmpty();
    assertThat(columns(quoted(COLUMN), "those with \"Something Else\"", "")).isEmpty();
    assertThat(columns("See whether it is so.", "those with " + quoted(COLUMN), "")).isEmpty();
  }
}
