package dev.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Truth tables. P pass, F fail, I inconclusive, N not applicable. */
class VerdictRuleTest {
  @ParameterizedTest
  @CsvSource({
    "P, P", "F, F", "I, I", "N, N", "PP, P", "PF, F", "PI, I", "PN, P", "FI, F", "FN, F", "IN, I",
    "NN, N", "PFI, F", "PFN, F", "PIN, I", "FIN, F", "PFIN, F"
  })
  void allOf(String parts, String whole) {
    assertThat(VerdictRule.ALL_OF.combine(verdicts(parts))).isEqualTo(verdict(whole.charAt(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "P, P", "F, F", "I, I", "N, N", "PP, P", "PF, P", "PI, P", "PN, P", "FI, I", "FN, F", "IN, I",
    "FF, F", "NN, N", "PFI, P", "PFN, P", "PIN, P", "FIN, I", "PFIN, P"
  })
  void anyOf(String parts, String whole) {
    assertThat(VerdictRule.ANY_OF.combine(verdicts(parts))).isEqualTo(verdict(whole.charAt(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "P, P", "F, F", "I, I", "N, N", "PP, P", "PF, I", "PI, I", "PN, P", "FI, I", "FN, F", "IN, I",
    "FF, F", "NN, N", "PFI, I", "PFN, I", "PIN, I", "FIN, I", "PFIN, I"
  })
  void whereHowTheyCombineIsNotKnownOnlyWhatAllReadingsAgreeOnCounts(String parts, String whole) {
    assertThat(VerdictRule.AGREED.combine(verdicts(parts))).isEqualTo(verdict(whole.charAt(0)));
  }

  @ParameterizedTest
  @EnumSource
  void nothingAtAllIsNoAnswer(VerdictRule rule) {
    assertThat(rule.combine(List.of())).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void labelsAreThoseOfCatalogueFiles() {
    assertThat(Arrays.stream(VerdictRule.values()).map(VerdictRule::label))
        .containsExactly("all-of", "any-of", "agreed");
  }

  private static List<Verdict> verdicts(String letters) {
    return letters.chars().mapToObj(c -> verdict((char) c)).toList();
  }

  private static Verdict verdict(char letter) {
    return switch (letter) {
      case 'P' -> Verdict.PASS;
      case 'F' -> Verdict.FAIL;
      case 'I' -> Verdict.INCONCLUSIVE;
      default -> Verdict.NOT_APPLICABLE;
    };
  }
}
