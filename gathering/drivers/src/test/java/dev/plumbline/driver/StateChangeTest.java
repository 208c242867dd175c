package dev.plumbline.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateChangeTest {
  private final List<DriverAction> done = new ArrayList<>();

  /** A device that answers to a change as given, and then says where it is, or nothing. */
  private final class Box implements DeviceDriver {
    private final DriverResult answer;
    private final String says;

    Box(DriverResult answer, String says) {
      this.answer = answer;
      this.says = says;
    }

    @Override
    public boolean offers(DriverAction action) {
      return true;
    }

    @Override
    public Set<String> settings() {
      return Set.of();
    }

    @Override
    public Optional<byte[]> image(String name) {
      return Optional.empty();
    }

    @Override
    public Outage outage() {
      return new Outage(Duration.ofMillis(1), Duration.ofMillis(1));
    }

    @Override
    public DriverResult perform(
        DriverAction action, Map<String, String> arguments, Optional<byte[]> file) {
      done.add(action);
      if (action != DriverAction.READ_STATE) {
        return answer;
      }
      return new DriverResult.Done(says.isEmpty() ? Map.of() : Map.of("device-state", says));
    }
  }

  private Observation into(String state, DriverResult answer, String says) {
    return ProbeTrial.against()
        .driver(ground -> new Box(answer, says))
        .run(StateChange.into(state).orElseThrow())
        .with("device.state")
        .getFirst();
  }

  @Test
  void theDeviceItselfSaysThatItIsThere() {
    DriverResult yes = new DriverResult.Done(Map.of());
    assertThat(into("factory-default", yes, "factory-default").seen()).isTrue();
    assertThat(done).startsWith(DriverAction.FACTORY_RESET);
    done.clear();
    assertThat(into("initialized", yes, "initialized").text("state")).isEqualTo("initialized");
    assertThat(done).startsWith(DriverAction.SET_UP);
  }

  @Test
  void withoutItsWordNothingIsKnown() {
    DriverResult yes = new DriverResult.Done(Map.of());
    assertThat(into("factory-default", yes, "initialized").reason()).contains("'initialized'");
    assertThat(into("factory-default", yes, "").reason()).contains("gives no 'device-state'");
    Observation failed =
        into("factory-default", new DriverResult.Errored("no answer"), "factory-default");
    assertThat(failed.seen()).isFalse();
    assertThat(failed.reason()).contains("no answer");
  }

  @Test
  void aDeviceIsTouchedWhereItWasAskedToChange() {
    assertThat(touched(new DriverResult.Done(Map.of()))).isTrue();
    assertThat(touched(new DriverResult.Errored("no answer"))).isTrue();
    assertThat(touched(new DriverResult.Missing("the action factory-reset"))).isFalse();
  }

  private boolean touched(DriverResult answer) {
    StateChange change = StateChange.into("factory-default").orElseThrow();
    ProbeTrial.against().driver(ground -> new Box(answer, "")).run(change);
    return change.touched();
  }

  @Test
  void noActionLeadsIntoAnyOtherState() {
    assertThat(StateChange.into("tampered")).isEmpty();
  }
}
