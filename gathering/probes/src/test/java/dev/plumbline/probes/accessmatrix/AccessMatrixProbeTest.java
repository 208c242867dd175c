package dev.plumbline.probes.accessmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.hostile.DrivenContract;
import dev.plumbline.probe.hostile.ProbeTrial;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AccessMatrixProbeTest extends DrivenContract {
  private static final String ADDRESS = "127.77.84.1";
  private static final Endpoint DOOR = Endpoint.tcp(ADDRESS, 443);

  @Override
  protected Probe probe() {
    return new AccessMatrixProbe();
  }

  @Override
  protected String address() {
    return ADDRESS;
  }

  /** A refusal counts only where somebody was let in. */
  @Override
  protected boolean tells(Observation fact) {
    return Boolean.TRUE.equals(fact.coverage().get("control"))
        && String.valueOf(fact.value()).contains("=refused");
  }

  private static Observation seen(TwoRoleDevice house, int budget) {
    List<Observation> all =
        ProbeTrial.against(DOOR)
            .credential("owner", "owner", "right-owner")
            .credential("guest", "guest", "right-guest")
            .budget(budget, 0)
            .driver(ground -> house)
            .run(new AccessMatrixProbe())
            .with("access.matrix");
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static Observation seen(TwoRoleDevice house) {
    return seen(house, 10);
  }

  private static Map<String, String> row(Observation o, String place) {
    Map<String, String> answers = new TreeMap<>();
    List<?> rows = o.value().get("rows") instanceof List<?> list ? list : List.of();
    for (Object row : rows) {
      if (row instanceof Map<?, ?> m
          && place.equals(m.get("place"))
          && m.get("answers") instanceof Map<?, ?> a) {
        a.forEach((visitor, answer) -> answers.put(visitor.toString(), answer.toString()));
      }
    }
    return answers;
  }

  @Test
  void everyVisitorIsTriedAtEveryPlace() {
    Observation o = seen(new TwoRoleDevice(DOOR));
    assertThat(row(o, "safe"))
        .containsOnly(
            Map.entry("nobody", "refused"),
            Map.entry("unknown-user", "refused"),
            Map.entry("wrong-password", "refused"),
            Map.entry("login/owner", "reached"),
            Map.entry("ended/owner", "refused"),
            Map.entry("login/guest", "refused"),
            Map.entry("ended/guest", "not tried"));
    assertThat(row(o, "hall"))
        .containsEntry("login/guest", "reached")
        .containsEntry("ended/guest", "refused");
    assertThat(o.subject()).isEqualTo(DOOR.toString());
    assertThat(o.coverage())
        .containsEntry("control", true)
        .containsEntry("roles", List.of("owner", "guest"));
    assertThat(o.evidence()).isPresent();
  }

  @Test
  void aLesserRoleThatReachesTooMuchIsSeen() {
    assertThat(row(seen(new TwoRoleDevice(DOOR).mixingRoles()), "safe"))
        .containsEntry("login/guest", "reached")
        .containsEntry("nobody", "refused");
  }

  @Test
  void anEndedSessionThatIsStillGoodIsSeen() {
    assertThat(row(seen(new TwoRoleDevice(DOOR).keepingSessions()), "safe"))
        .containsEntry("ended/owner", "reached");
  }

  @Test
  void aRoomWithoutADoorIsSeen() {
    assertThat(row(seen(new TwoRoleDevice(DOOR).open("safe")), "safe"))
        .containsEntry("nobody", "reached")
        .containsEntry("wrong-password", "reached");
  }

  @Test
  void aLoginThatTakesAnybodyIsSeen() {
    assertThat(row(seen(new TwoRoleDevice(DOOR).takingAnyLogin()), "safe"))
        .containsEntry("unknown-user", "reached");
  }

  @Test
  void whereNobodyGetsInNoRefusalCounts() {
    Observation o = seen(new TwoRoleDevice(DOOR).shuttingEverybodyOut());
    assertThat(o.seen()).isFalse();
    assertThat(o.reason()).contains("a refusal proves nothing");
  }

  @Test
  void aSilentDeviceTellsNothing() {
    Observation o = seen(new TwoRoleDevice(DOOR).silent());
    assertThat(o.seen()).isFalse();
    assertThat(o.reason()).contains("no answer");
  }

  @Test
  void whatCannotBeTriedIsNotTried() {
    assertThat(row(seen(new TwoRoleDevice(DOOR).withoutLogout()), "safe"))
        .containsEntry("ended/owner", "not tried");
    TwoRoleDevice house = new TwoRoleDevice(DOOR);
    Observation o = seen(house, 1);
    assertThat(row(o, "safe"))
        .containsEntry("unknown-user", "refused")
        .containsEntry("wrong-password", "not tried");
    assertThat(o.value().toString()).contains("leaves no login attempt");
    assertThat(house.logins()).hasSize(3).endsWith("owner", "guest");
  }

  @Test
  void whereEachRequestBringsItsLoginThereIsNoSessionToEnd() {
    Observation o = seen(new TwoRoleDevice(DOOR).askingAtEveryDoor());
    assertThat(row(o, "safe"))
        .containsOnly(
            Map.entry("nobody", "refused"),
            Map.entry("unknown-user", "refused"),
            Map.entry("wrong-password", "refused"),
            Map.entry("login/owner", "reached"),
            Map.entry("login/guest", "refused"));
    assertThat(o.coverage())
        .containsEntry("control", true)
        .containsEntry("roles", List.of("owner", "guest"));
    assertThat(row(seen(new TwoRoleDevice(DOOR).askingAtEveryDoor().mixingRoles()), "safe"))
        .containsEntry("login/guest", "reached");
    assertThat(row(seen(new TwoRoleDevice(DOOR).askingAtEveryDoor().open("safe")), "safe"))
        .containsEntry("nobody", "reached");
    assertThat(row(seen(new TwoRoleDevice(DOOR).askingAtEveryDoor().takingAnyLogin()), "safe"))
        .containsEntry("wrong-password", "reached");
    assertThat(seen(new TwoRoleDevice(DOOR).askingAtEveryDoor().shuttingEverybodyOut()).seen())
        .isFalse();
    assertThat(seen(new TwoRoleDevice(DOOR).askingAtEveryDoor().silent()).seen()).isFalse();
  }

  @Test
  void eachRequestWithAWrongLoginIsAnAttempt() {
    TwoRoleDevice house = new TwoRoleDevice(DOOR).askingAtEveryDoor();
    Observation o = seen(house, 3);
    assertThat(row(o, "hall")).containsEntry("wrong-password", "refused");
    assertThat(row(o, "safe")).containsEntry("wrong-password", "not tried");
    assertThat(house.logins()).hasSize(7);
  }
}
