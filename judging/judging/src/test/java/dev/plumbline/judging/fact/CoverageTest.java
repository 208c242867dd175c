package dev.plumbline.judging.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.World;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class CoverageTest {
  public static Check.Outcome noPorts(TestItem item, Facts facts) {
    List<Observation> looks = facts.observations("tcp.open-ports");
    return Check.Outcome.of(
        Coverage.of("open ports", looks).ports(1, 65535).nothingFound("No port is open."), looks);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1-65535                 | true
          1-1000,1001-65535       | true
          1001-65535,1-1000       | true
          1-40000,20000-65535     | true
          1-22,24-65535           | false
          2-65535                 | false
          1-65534                 | false
          80                      | false
          """)
  void everyPortHasToBeTried(String ranges, boolean whole) {
    assertThat(ports(Map.of("ports", List.of(ranges.split(",")))).isWhole()).isEqualTo(whole);
  }

  @Test
  void portsOutOfScopeAreAGap() {
    assertThat(ports(Map.of("ports", List.of("1-65535"), "outOfScope", List.of("22"))).gaps())
        .singleElement()
        .asString()
        .contains("the scope forbids");
  }

  @Test
  void portsThatNobodyCountedAreAGap() {
    assertThat(ports(Map.of()).isWhole()).isFalse();
  }

  @Test
  void noLookAtAllIsAGap() {
    assertThat(Coverage.of("open ports", List.of()).nothingFound("None."))
        .isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  void aLookWithoutAnAnswerIsAGap() {
    Observation mute = World.unanswered("tcp.open-ports", "address/192.0.2.1", "all silent");

    assertThat(Coverage.of("open ports", List.of(mute)).nothingFound("None.").reason())
        .contains("all silent");
  }

  @Test
  void gapsAddUp() {
    Coverage left = Coverage.of("a", List.of());
    Coverage right = Coverage.of("b", List.of(look(Map.of()))).need(false, "c is missing");

    assertThat(left.and(right).gaps()).containsExactly("nothing looked for a", "c is missing");
  }

  private static Coverage ports(Map<String, Object> coverage) {
    return Coverage.of("open ports", List.of(look(coverage))).ports(1, 65535);
  }

  private static Observation look(Map<String, Object> coverage) {
    return World.observation(
        "tcp.open-ports", "address/192.0.2.1", Map.of("open", List.of()), coverage, "1.0");
  }

  @ParameterizedTest
  @CsvSource({"9, true", "10, false", "15, false", "20, false", "21, true"})
  void onlyAForbiddenPortAmongThoseAskedForIsAGap(String forbidden, boolean whole) {
    Observation look = look(Map.of("ports", List.of("10-20"), "outOfScope", List.of(forbidden)));
    assertThat(Coverage.of("open ports", List.of(look)).ports(10, 20).isWhole()).isEqualTo(whole);
  }

  @Test
  void anotherKindOfObservationTellsOfNoPorts() {
    Observation other =
        World.observation("login.mechanism", "tcp/192.0.2.1/8443", Map.of("password", true));
    assertThat(Coverage.of("open ports", List.of(other)).ports(1, 9).gaps())
        .containsExactly("which ports of tcp/192.0.2.1/8443 were tried is not recorded");
    Observation mute = World.unanswered("tcp.open-ports", "address/192.0.2.1", "all silent");
    assertThat(Coverage.of("open ports", List.of(mute)).ports(1, 9).gaps()).hasSize(1);
  }
}
