package dev.plumbline.judging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.Finding;
import dev.plumbline.core.UnitId;
import dev.plumbline.core.Verdict;
import dev.plumbline.dossier.Dossier;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a login says about guessing is read by its opening words and the cells beside it. */
class GuessingRuleTest {
  private static final UnitId GUESSING = new UnitId("5.1-5-1a");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          password-user-defined  | "None, because the network is trusted"        | FAIL
          password-pre-installed | "None. Any number of attempts is possible."   | FAIL
          password-user-defined  | "None: attempts are not limited"              | FAIL
          password-user-defined  | "Keine, da nur im Heimnetz"                   | FAIL
          password-user-defined  | "无，因为仅限局域网"                            | FAIL
          password-user-defined  | "None; the account is locked after 5 errors"  | INCONCLUSIVE
          password-user-defined  | "N/A (the login is used in production only)"  | INCONCLUSIVE
          password-user-defined  | "Locked for a minute after 5 wrong passwords" | INCONCLUSIVE
          key-or-certificate     | "None, because a key of 256 bits is used"     | INCONCLUSIVE
          token                  | "None (the token is 128 bits)"                | INCONCLUSIVE
          """)
  void noneOpensACellOfAPasswordLoginThatFails(String factor, String cell, Verdict verdict) {
    for (EditionId edition : EditionId.all()) {
      Dossier dossier = login("factorKind: " + factor + ", bruteForcePrevention: " + cell);
      assertThat(finding(edition, dossier).verdict()).as(edition.version()).isEqualTo(verdict);
    }
  }

  /** The cell says that nothing stops guessing, and the field beside it that something does. */
  @Test
  void aCellOfNoneBesideANumberOfAttemptsIsAsked() {
    for (EditionId edition : EditionId.all()) {
      Dossier dossier =
          login(
              "factorKind: password-user-defined, bruteForcePrevention: None,"
                  + " attemptsBeforeDelay: 5");
      assertThat(finding(edition, dossier).verdict())
          .as(edition.version())
          .isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          authenticationFactor: "None (open to all)"                                      | false
          authenticationFactor: "none", factorKind: other                                 | false
          authenticationFactor: "Keine, da öffentlich"                                    | false
          authenticationFactor: "None (open to all)", factorKind: password-user-defined   | true
          authenticationFactor: "password set by user"                                    | true
          description: "Login of the web page"                                            | true
          """)
  void aRowWithoutAFactorIsNotAboutGuessing(String cells, boolean selected) {
    for (EditionId edition : EditionId.all()) {
      Dossier dossier = login(cells);
      CelRules rules = CelRules.of(CatalogueLoader.load(edition));
      UnitRule rule = new RuleBench(edition).rule(GUESSING);
      Optional<Boolean> selects =
          rules.selects(rule, dossier.ixit().entries("1-AuthMech").stream().findFirst(), dossier);
      assertThat(selects.orElse(true)).as("%s %s", edition.version(), cells).isEqualTo(selected);
    }
  }

  @Test
  void freeTextWhereTheRuleWantsAChoiceIsNamedWithTheChoices() {
    Dossier dossier = login("factorKind: password and token, bruteForcePrevention: as agreed");
    assertThat(finding(EditionId.named("3.1.3"), dossier).reason())
        .contains(
            "Not declared in a form that a rule can use: factorKind (it says 'password and token';"
                + " write one of: password-user-defined, password-pre-installed,");
  }

  private static Finding finding(EditionId edition, Dossier dossier) {
    RuleBench bench = new RuleBench(edition);
    return bench.evaluate(bench.rule(GUESSING), dossier);
  }

  private static Dossier login(String cells) {
    return Declared.tables("1-AuthMech: [{id: E-1, networkReachable: yes, " + cells + "}]");
  }
}
