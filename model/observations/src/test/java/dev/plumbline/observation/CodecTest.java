package dev.plumbline.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.network.TcpOpenPorts;
import dev.plumbline.observation.registry.Kinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodecTest {
  private static final Codec<HttpSurface> SURFACE = Kinds.of(HttpSurface.class);
  private static final HttpSurface FACT =
      new HttpSurface(
          true,
          "",
          List.of(new HttpSurface.Open("/", 200, "Start", 17, "page")),
          List.of(),
          List.of(),
          List.of(),
          3,
          "missing",
          4,
          0,
          List.of("/slow"));

  private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
    Map<String, Object> changed = new HashMap<>(map);
    changed.put(name, value);
    return changed;
  }

  private static Map<String, Object> without(Map<String, Object> map, String name) {
    Map<String, Object> changed = new HashMap<>(map);
    changed.remove(name);
    return changed;
  }

  private static String fault(Map<String, Object> value, Map<String, Object> coverage) {
    try {
      SURFACE.check(value, coverage);
      return "";
    } catch (FactException e) {
      return e.field() + ": " + e.getMessage();
    }
  }

  @Test
  void aFactReadsBackAsItWasWritten() {
    Stored stored = SURFACE.write(FACT);

    assertThat(SURFACE.read(stored.value(), stored.coverage())).isEqualTo(FACT);
    assertThat(stored.coverage())
        .isEqualTo(Map.of("paths", 4L, "followed", 0L, "unanswered", List.of("/slow")));
    assertThat(stored.value())
        .containsEntry(
            "open",
            List.of(
                Map.of(
                    "path", "/", "status", 200L, "title", "Start", "bytes", 17L, "kind", "page")));
  }

  @Test
  void noRequiredFieldCanBeLeftOut() {
    Stored stored = SURFACE.write(FACT);

    for (RecordForm.FieldForm field :
        SURFACE.form().fields().stream().filter(RecordForm.FieldForm::required).toList()) {
      Map<String, Object> value = without(stored.value(), field.name());
      Map<String, Object> coverage = without(stored.coverage(), field.name());
      assertThat(fault(value, coverage))
          .isEqualTo(field.name() + ": without '" + field.name() + "'");
      assertThatThrownBy(() -> SURFACE.read(value, coverage)).isInstanceOf(FactException.class);
    }
  }

  @Test
  void anUnknownFieldIsRefusedWhenWrittenAndPassedOverWhenRead() {
    Stored stored = SURFACE.write(FACT);
    Map<String, Object> value = with(stored.value(), "later", "x");

    assertThat(fault(value, stored.coverage())).startsWith("later: ");
    assertThat(SURFACE.read(value, stored.coverage())).isEqualTo(FACT);
  }

  @Test
  void aFieldOfTheCoverageIsNoneOfTheValue() {
    Stored stored = SURFACE.write(FACT);

    assertThat(fault(with(stored.value(), "paths", 4L), stored.coverage())).startsWith("paths: ");
  }

  @Test
  void whatIsIllTypedIsRefusedWithItsPlace() {
    Stored stored = SURFACE.write(FACT);

    assertThat(fault(with(stored.value(), "tls", "yes"), stored.coverage()))
        .isEqualTo("tls: 'tls' is no flag");
    assertThat(fault(with(stored.value(), "missing", "3"), stored.coverage()))
        .isEqualTo("missing: 'missing' is no whole number");
    assertThat(fault(with(stored.value(), "missing", 1L << 40), stored.coverage()))
        .isEqualTo("missing: 'missing' is a number out of range");
    assertThat(fault(with(stored.value(), "guarded", List.of("/a", 3L)), stored.coverage()))
        .isEqualTo("guarded[1]: 'guarded[1]' is no text");
    assertThat(
            fault(with(stored.value(), "other", List.of(Map.of("path", "/x"))), stored.coverage()))
        .isEqualTo("other[0].status: without 'other[0].status'");
    assertThat(fault(with(stored.value(), "elsewhere", "gone"), stored.coverage()))
        .startsWith("elsewhere: 'elsewhere' is 'gone', which is none of ");
  }

  @Test
  void aWordOutsideTheVocabularyCannotBeWritten() {
    HttpSurface odd =
        new HttpSurface(
            true, "", List.of(), List.of(), List.of(), List.of(), 0, "gone", 0, 0, List.of());

    assertThatThrownBy(() -> Kinds.stored(odd)).isInstanceOf(FactException.class);
  }

  @Test
  void theCoverageOfAnUnansweredQuestionNeedNotBeWhole() {
    Codec<TcpOpenPorts> ports = Kinds.of(TcpOpenPorts.class);

    ports.checkCoverage(Map.of("tried", 3L));

    assertThatThrownBy(() -> ports.checkCoverage(Map.of("tried", "3")))
        .isInstanceOf(FactException.class);
    assertThatThrownBy(() -> ports.checkCoverage(Map.of("open", List.of())))
        .isInstanceOf(FactException.class);
  }

  /** A record with what no kind of the first ones has. */
  @Kind(value = "test.odd", subject = "DUT")
  public record Odd(
      boolean present,
      @When("present") Optional<Map<String, Level>> levels,
      @Field("for") @Words({"a", "b"}) List<String> whom,
      Optional<Double> share)
      implements Fact {
    /** A closed vocabulary. */
    public enum Level {
      HIGH,
      NOT_TOLD,
      @Field("TLSv1.2")
      NEW
    }
  }

  @Test
  void aFlagCanDemandAField() {
    Codec<Odd> odd = Codec.of(Odd.class);

    odd.check(Map.of("present", false, "for", List.of()), Map.of());

    assertThatThrownBy(() -> odd.check(Map.of("present", true, "for", List.of()), Map.of()))
        .hasMessage("without 'levels'");
    assertThatThrownBy(
            () -> odd.write(new Odd(true, Optional.empty(), List.of(), Optional.empty())))
        .hasMessage("without 'levels'");
  }

  @Test
  void wordsOfConstantsAreLowerCaseUnlessNamed() {
    Codec<Odd> odd = Codec.of(Odd.class);
    Odd fact =
        new Odd(
            true,
            Optional.of(Map.of("x", Odd.Level.NOT_TOLD, "y", Odd.Level.NEW)),
            List.of("b"),
            Optional.of(0.5));

    Stored stored = odd.write(fact);

    assertThat(stored.value())
        .isEqualTo(
            Map.of(
                "present",
                true,
                "levels",
                Map.of("x", "not-told", "y", "TLSv1.2"),
                "for",
                List.of("b"),
                "share",
                0.5));
    assertThat(odd.read(stored.value(), Map.of())).isEqualTo(fact);
  }
}
