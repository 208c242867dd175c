package dev.plumbline.judging.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.World;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import dev.plumbline.observation.tls.TlsVersions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsTest {
  private static final Instant NOON = World.NOON;

  @Test
  void theNewestAnswerToAQuestionCounts() {
    Facts facts =
        facts(
            new World()
                .seen(at("tcp/192.0.2.1/22", NOON.plusSeconds(9), "1.0"))
                .seen(at("tcp/192.0.2.1/22", NOON, "1.0")));

    assertThat(facts.observations("login.mechanism"))
        .singleElement()
        .satisfies(o -> assertThat(o.source().at()).isEqualTo(NOON.plusSeconds(9)));
  }

  @Test
  void ofTwoAtOnceTheLaterInTheJournalCounts() {
    Observation mute = World.unanswered("login.mechanism", "tcp/192.0.2.1/22", "silent");
    Facts facts = facts(new World().seen(at("tcp/192.0.2.1/22", NOON, "1.0")).seen(mute));

    assertThat(facts.observations("login.mechanism")).containsExactly(mute);
  }

  @Test
  void subjectsAreKeptApart() {
    Facts facts =
        facts(
            new World()
                .seen(at("tcp/192.0.2.1/22", NOON, "1.0"))
                .seen(at("tcp/192.0.2.1/23", NOON, "1.0")));

    assertThat(facts.observations("login.mechanism")).hasSize(2);
    assertThat(facts.observations("login.mechanism", "tcp/192.0.2.1/23")).hasSize(1);
    assertThat(facts.observations("tls.versions")).isEmpty();
  }

  @Test
  void whatWasSeenOnAnotherVersionIsSetAsideEvenWhenNewer() {
    Facts facts =
        facts(
            new World()
                .seen(at("tcp/192.0.2.1/22", NOON, "1.0"))
                .seen(at("tcp/192.0.2.1/22", NOON.plusSeconds(60), "0.9")));

    assertThat(facts.usable()).extracting(o -> o.source().softwareVersion()).containsExactly("1.0");
    assertThat(facts.setAside())
        .extracting(o -> o.source().softwareVersion())
        .containsExactly("0.9");
  }

  @Test
  void anotherStateOfTheSameUnitAndVersionCanBeAskedFor() {
    Observation before = in("tampered", at("tcp/192.0.2.1/22", NOON, "1.0"));
    Observation after = in("tampered", at("tcp/192.0.2.1/22", NOON.plusSeconds(9), "1.0"));
    Observation old = in("tampered", at("tcp/192.0.2.1/23", NOON, "0.9"));
    Observation own = at("tcp/192.0.2.1/22", NOON, "1.0");
    Facts facts = facts(new World().seen(own).seen(after).seen(before).seen(old));

    assertThat(facts.usable()).containsExactly(own);
    assertThat(facts.inState("tampered").usable()).containsExactly(after);
    assertThat(facts.inState("off").usable()).isEmpty();
    assertThat(facts.inState("initialized")).isSameAs(facts);
  }

  private static Observation in(String state, Observation o) {
    Observation.Source s = o.source();
    return new Observation(
        o.key(),
        o.subject(),
        o.outcome(),
        o.value(),
        o.coverage(),
        o.reason(),
        new Observation.Source(
            s.producer(), s.version(), s.softwareVersion(), s.unit(), state, s.runId(), s.at()),
        o.evidence());
  }

  @Test
  void whatLacksARequiredFieldIsNoAnswer() {
    Observation half =
        World.line(
            "tls.versions", "tcp/192.0.2.1/443", Map.of("accepted", List.of()), Map.of(), "1.0");
    Facts facts = facts(new World().seen(half));

    assertThat(facts.seen(TlsVersions.class)).isEmpty();
    assertThat(facts.observations(TlsVersions.class))
        .singleElement()
        .satisfies(o -> assertThat(o.seen()).isFalse())
        .satisfies(o -> assertThat(o.value()).isEmpty())
        .satisfies(o -> assertThat(o.reason()).contains("recorded without 'refused'"));
  }

  @Test
  void whatAnotherVersionRecordedBesidesIsPassedOver() {
    Observation more =
        World.observation(
            "tls.versions",
            "tcp/192.0.2.1/443",
            Map.of("accepted", List.of("TLSv1.3"), "later", 1L));
    Facts facts = facts(new World().seen(more));

    assertThat(facts.seen(TlsVersions.class))
        .singleElement()
        .satisfies(s -> assertThat(s.fact().accepted()).containsExactly("TLSv1.3"))
        .satisfies(s -> assertThat(s.subject()).isEqualTo("tcp/192.0.2.1/443"));
  }

  @Test
  void eachSourceOfAnAnswerIsHeard() {
    Observation full = by("scanner", at("tcp/192.0.2.1/22", NOON, "1.0"));
    Observation narrow = by("importer", at("tcp/192.0.2.1/22", NOON.plusSeconds(9), "1.0"));
    Observation other = by("importer", at("tcp/192.0.2.1/23", NOON, "1.0"));
    Facts facts = facts(new World().seen(full).seen(narrow).seen(other));

    assertThat(facts.usable()).containsExactlyInAnyOrder(narrow, other);
    assertThat(facts.bySource(List.of("login.mechanism"))).hasSize(2);
    assertThat(facts.bySource(List.of("tls.versions"))).containsExactly(facts);
    assertThat(facts.bySource(List.of("login.mechanism")).getLast().usable())
        .containsExactlyInAnyOrder(full, other);
  }

  @Test
  void aSourceThatAnswersAnewIsHeardOnce() {
    Facts facts =
        facts(
            new World()
                .seen(at("tcp/192.0.2.1/22", NOON, "1.0"))
                .seen(at("tcp/192.0.2.1/22", NOON.plusSeconds(9), "1.0")));

    assertThat(facts.bySource(List.of("login.mechanism"))).containsExactly(facts);
  }

  @Test
  void whatFollowsFromTheDeclarationIsWorkedOutOnceForAllWhoAreHeard() {
    Observation full = by("scanner", at("tcp/192.0.2.1/22", NOON, "1.0"));
    Observation narrow = by("importer", at("tcp/192.0.2.1/22", NOON.plusSeconds(9), "1.0"));
    Facts facts = facts(new World().seen(full).seen(narrow));
    Facts other = facts.bySource(List.of("login.mechanism")).getLast();

    String known = facts.declared(String.class, d -> "first");

    assertThat(other).isNotSameAs(facts);
    assertThat(other.declared(String.class, d -> "second")).isSameAs(known);
    assertThat(facts(new World()).declared(String.class, d -> "of another dossier"))
        .isEqualTo("of another dossier");
  }

  private static Observation by(String producer, Observation o) {
    Observation.Source s = o.source();
    return new Observation(
        o.key(),
        o.subject(),
        o.outcome(),
        o.value(),
        o.coverage(),
        o.reason(),
        new Observation.Source(
            producer, s.version(), s.softwareVersion(), s.unit(), s.state(), s.runId(), s.at()),
        o.evidence());
  }

  private static Facts facts(World world) {
    CryptoPolicy policy =
        new CryptoPolicy("p", LocalDate.of(2026, 1, 1), "p", Map.of(), Digest.of("p"));
    return Facts.of(world.catalogue(), world.dossier(), policy, LocalDate.of(2026, 11, 24));
  }

  private static Observation at(String subject, Instant when, String version) {
    Stored whole = CompleteFacts.of("login.mechanism", Map.of(), Map.of());
    return new Observation(
        "login.mechanism",
        subject,
        Observation.Outcome.SEEN,
        whole.value(),
        whole.coverage(),
        "",
        new Observation.Source("probe", "1", version, "U-1", "initialized", "run", when),
        Optional.empty());
  }
}
