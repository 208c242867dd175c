package dev.plumbline.judging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkshopTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  private final Workshop workshop = new Workshop(CatalogueLoader.load(EditionId.named("3.1.3")));

  /** Functions of another policy or day would judge by what is not in force. */
  @Test
  void functionsAreThoseOfThePolicyAndTheDay() {
    CryptoPolicy policy = CryptoPolicies.load();
    CryptoPolicy other = new CryptoPolicy("other", DAY, "other", Map.of(), Digest.of("other"));
    Object first = workshop.functions(policy, DAY);

    assertThat(workshop.functions(policy, DAY)).isSameAs(first);
    assertThat(workshop.functions(policy, DAY.plusDays(1))).isNotSameAs(first);
    assertThat(workshop.functions(policy, DAY)).isNotSameAs(first);
    Object last = workshop.functions(policy, DAY);
    assertThat(workshop.functions(other, DAY)).isNotSameAs(last);
  }

  @Test
  void theToolsAreMadeOnce() {
    assertThat(workshop.compiler()).isSameAs(workshop.compiler());
    assertThat(workshop.tables()).isSameAs(workshop.tables());
  }

  @Test
  void whatARuleReadsIsShownAndOrderedAsPeopleKnowIt() {
    Read row = new Read("row", "kind");
    Read other = new Read("other", "kind");
    Read table = new Read("tables", "Conf");
    assertThat(List.of(table, other, row).stream().sorted().map(Read::shown))
        .containsExactly("kind", "other.kind", "tables.Conf");
  }
}
