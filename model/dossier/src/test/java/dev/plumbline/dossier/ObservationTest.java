package dev.plumbline.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.tls.TlsVersions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationTest {
  private static final Map<String, Object> VERSIONS =
      Map.of("accepted", List.of("TLSv1.3"), "refused", List.of("TLSv1.2"));

  @Test
  void whatItReadsAsIsKeptWithIt() {
    Observation seen = seen(VERSIONS);

    TlsVersions fact = seen.as(TlsVersions.class).orElseThrow();

    assertThat(fact.accepted()).containsExactly("TLSv1.3");
    assertThat(seen.as(TlsVersions.class)).containsSame(fact);
    assertThat(seen.fact().orElseThrow()).isSameAs(fact);
    assertThat(seen.as(LoginMechanism.class)).isEmpty();
    assertThat(seen.orUnanswered()).isSameAs(seen);
  }

  @Test
  void anotherValueIsReadAnew() {
    Observation seen = seen(VERSIONS);
    Observation other = seen(Map.of("accepted", List.of("TLSv1.0"), "refused", List.of()));

    assertThat(seen.as(TlsVersions.class).orElseThrow().accepted()).containsExactly("TLSv1.3");
    assertThat(other.as(TlsVersions.class).orElseThrow().accepted()).containsExactly("TLSv1.0");
    assertThat(other).isNotEqualTo(seen);
    assertThat(seen(VERSIONS)).isEqualTo(seen).hasSameHashCodeAs(seen);
  }

  @Test
  void whatLacksAFieldIsUnansweredHoweverOftenItIsAsked() {
    Observation half = seen(Map.of("accepted", List.of("TLSv1.3")));

    for (int i = 0; i < 2; i++) {
      assertThat(half.as(TlsVersions.class)).isEmpty();
      assertThat(half.fact()).isEmpty();
      assertThat(half.orUnanswered().seen()).isFalse();
      assertThat(half.orUnanswered().reason()).contains("recorded without 'refused'");
    }
  }

  private static Observation seen(Map<String, Object> value) {
    return new Observation(
        Kinds.key(TlsVersions.class),
        "tcp/192.0.2.1/443",
        Observation.Outcome.SEEN,
        value,
        Map.of("tried", List.of("TLSv1.3")),
        "",
        new Observation.Source("probe", "1", "1.0", "U-1", "initialized", "run", Instant.EPOCH),
        Optional.empty());
  }
}
