package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.dossier.signed.Signer;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of several decisions on one item count. */
class DecidedItemsTest {
  private static final ItemId ITEM = ItemId.parse("5.1-1-1a@DUT");
  private static final Digest BASIS = Digest.of("basis");
  private static final Instant AT = Instant.parse("2026-12-02T08:00:00Z");

  private static Decision unsigned(String reason) {
    return new Decision(ITEM, new Finding.Holds(reason), "Ann", AT, BASIS, List.of());
  }

  private static Decision signed(String reason, Decision... seen) throws GeneralSecurityException {
    Signer signer = Signer.of("Bob", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    List<Digest> records = Stream.of(seen).map(Decision::digest).toList();
    return Decision.signed(
        ITEM,
        new Finding.Violated(reason, "Mend it."),
        BASIS,
        List.of(),
        false,
        Saw.of(records),
        signer,
        AT);
  }

  private static List<Decision> standing(Decision... journal) {
    return DecidedItems.of(List.of(journal)).standing(ITEM);
  }

  @Test
  void ofUnsignedDecisionsTheLastCounts() {
    Decision last = unsigned("Second look.");
    assertThat(standing(unsigned("First look."), last)).containsExactly(last);
  }

  @Test
  void aSignedDecisionReplacesWhatItsAuthorSaw() throws GeneralSecurityException {
    Decision first = unsigned("First look.");
    Decision second = signed("Refuted.", first);
    assertThat(standing(first, second)).containsExactly(second);
  }

  @Test
  void anUnsignedDecisionReplacesNoSignedOneBeforeIt() throws GeneralSecurityException {
    Decision first = unsigned("First look.");
    Decision refuted = signed("Refuted.", first);
    Decision byHand = unsigned("Written into the file.");
    assertThat(standing(first, refuted, byHand)).containsExactly(refuted, byHand);

    Decision settled = signed("Still refuted.", refuted, byHand);
    assertThat(standing(first, refuted, byHand, settled)).containsExactly(settled);
  }

  @Test
  void decisionsThatDidNotSeeEachOtherBothStand() throws GeneralSecurityException {
    Decision one = signed("Refuted here.");
    Decision other = signed("Refuted there.");
    assertThat(standing(one, other)).containsExactly(one, other);
  }
}
