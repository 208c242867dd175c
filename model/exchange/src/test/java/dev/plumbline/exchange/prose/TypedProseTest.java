package dev.plumbline.exchange.prose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.IxitColumn;
import dev.plumbline.catalogue.IxitTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypedProseTest {
  private static final TypedProse PROSE = TypedProse.shipped();

  @ParameterizedTest
  @MethodSource("dev.plumbline.catalogue.EditionId#all")
  void everySentenceHasItsColumnAndFieldsInOneTable(EditionId edition) {
    Collection<IxitTable> tables = CatalogueLoader.load(edition).tables().values();
    for (List<String> keys : PROSE.keys()) {
      assertThat(tables).as(keys.toString()).anyMatch(t -> keys(t).containsAll(keys));
    }
    assertThat(PROSE.keys()).hasSizeGreaterThan(20);
  }

  private static List<String> keys(IxitTable table) {
    return Stream.concat(table.columns().stream(), table.fields().stream())
        .map(IxitColumn::key)
        .toList();
  }

  @Test
  void whatItWritesItReads() {
    List<Map<String, Object>> rows =
        List.of(
            Map.of("attemptsBeforeDelay", 5L, "delaySeconds", 60L),
            Map.of("checkIntervalHours", 24L),
            Map.of("userCanPostpone", true, "userCanDisable", false, "userCanEnable", true),
            Map.of("timeFrameDays", 90L),
            Map.of("supportEnds", "2031-12-31"),
            Map.of("usesCryptography", false));
    List<String> columns =
        List.of(
            "bruteForcePrevention",
            "updateChecking",
            "configuration",
            "timeFrame",
            "supportPeriod",
            "cryptographicUsage");
    for (int i = 0; i < rows.size(); i++) {
      String text = PROSE.text(columns.get(i), rows.get(i)).orElseThrow();
      assertThat(PROSE.values(columns.get(i), text)).as(text).isEqualTo(rows.get(i));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "timeFrame; Within 30 calendar days of the report.; {timeFrameDays=30}",
        "timeFrame; Binnen 45 Tagen.; {timeFrameDays=45}",
        "timeFrame; 7 days to answer and 90 days to fix.; {}",
        "timeFrame; As soon as possible.; {}",
        "updateChecking; The gateway asks every 12 hours.; {checkIntervalHours=12}",
        "bruteForcePrevention; After 3 wrong logins it waits 60 seconds.;"
            + " {attemptsBeforeDelay=3, delaySeconds=60}",
        "configuration; The user may postpone it.; {userCanPostpone=true}",
        "configuration; The user can postpone it. Guests: the user cannot postpone it.; {}",
        "description; Every 12 hours.; {}"
      })
  void wordsGiveAFieldOneValueOrNone(String column, String text, String values) {
    assertThat(PROSE.values(column, text)).hasToString(values);
  }

  @Test
  void aSentenceNeedsAllItsFields() {
    assertThat(PROSE.text("bruteForcePrevention", Map.of("delaySeconds", 60L))).isEmpty();
    assertThat(PROSE.text("timeFrame", Map.of("timeFrameDays", ""))).isEmpty();
    assertThat(PROSE.text("cryptographicDetails", Map.of("algorithms", List.of()))).isEmpty();
    assertThat(PROSE.text("userNotification", Map.of("notifies", "sometimes"))).isEmpty();
  }
}
