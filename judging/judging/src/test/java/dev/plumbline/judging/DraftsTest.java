package dev.plumbline.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Draft;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.judging.fact.NamedFact;
import dev.plumbline.judging.fact.QuestionLog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the device told first is no second witness. */
class DraftsTest {
  private static final Finding HOLDS = new Finding.Holds("All ports are declared.");

  private static IxitEntry row(Object drafted) {
    return row("28-LogIntf", "LogIntf-1", drafted);
  }

  private static IxitEntry row(String table, String id, Object drafted) {
    IxitEntry row = World.made(table, id, "endpoints: tcp/8443");
    Draft draft =
        new Draft(List.of(), Map.of("endpoints", new Draft.Origin(drafted, "tcp.open-ports")));
    return new IxitEntry(row.table(), row.id(), row.cells(), Map.of(), draft, row.place());
  }

  private static Finding after(Finding finding, IxitEntry row) {
    return Drafts.afterCheck(finding, () -> List.of(row));
  }

  @Test
  void noCheckPassesAnItemOfADraftedRow() {
    String item = World.LOGIN + "@1-AuthMech/Auth-1";
    QuestionLog asked =
        new QuestionLog(
            List.of(
                new QuestionLog.Entry(
                    "Is it guarded?",
                    "Auth-1",
                    QuestionLog.Reply.YES,
                    "it is",
                    Optional.of(new NamedFact.DeclaredText("test", Place.of("test"))),
                    List.of())),
            List.of(),
            List.of());
    World plain = new World().seen(EarnedTest.SEEN).check(new EarnedTest.Asks(asked));
    assertThat(plain.judged(item).finding()).isInstanceOf(Finding.Holds.class);
    World drafted =
        new World()
            .seen(EarnedTest.SEEN)
            .check(new EarnedTest.Asks(asked))
            .entry(row("1-AuthMech", "Auth-1", "tcp/8443"));
    assertThat(drafted.judged(item).finding()).isInstanceOf(Finding.Searched.class);
  }

  @Test
  void agreementWithADraftedCellIsSearchedAtMost() {
    assertThat(after(HOLDS, row("tcp/8443")))
        .isInstanceOfSatisfying(
            Finding.Searched.class,
            s -> {
              assertThat(s.reason())
                  .isEqualTo(
                      "All ports are declared. Drafted from observations and unchanged, so that"
                          + " agreement shows nothing: 28-LogIntf/LogIntf-1 endpoints.");
              assertThat(s.notLookedAt())
                  .containsExactly(
                      "whether the product is meant to be as drafted: 28-LogIntf/LogIntf-1"
                          + " endpoints");
            });
  }

  @Test
  void aSearchKeepsWhatItLookedAt() {
    Finding searched = new Finding.Searched("None found.", List.of("9 paths"), List.of("1 path"));
    assertThat(after(searched, row("tcp/8443")))
        .isInstanceOfSatisfying(
            Finding.Searched.class,
            s -> {
              assertThat(s.lookedAt()).containsExactly("9 paths");
              assertThat(s.notLookedAt()).hasSize(2).contains("1 path");
            });
  }

  @Test
  void aCellThatAPersonChangedIsADeclaration() {
    assertThat(after(HOLDS, row("tcp/443"))).isEqualTo(HOLDS);
  }

  @Test
  void aFlawStaysAFlaw() {
    Finding violated = new Finding.Violated("A port is not declared.", "Close it.");
    assertThat(after(violated, row("tcp/8443"))).isEqualTo(violated);
  }
}
