package dev.plumbline.checks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.core.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every check of a public page keeps. */
abstract class PageContract extends CheckContract {
  abstract String url();

  final Scene page(String value) {
    return holding().seen("page.fetched", url(), value);
  }

  @Override
  protected boolean boundToAddress() {
    return false;
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 410})
  final void aPageThatIsShutOrGoneRefutes(int status) {
    violated(page("{status: " + status + "}"));
  }

  @Test
  final void aLoginWallRefutes() {
    assertThat(violated(page("{status: 200, loginWall: true}")).reason())
        .contains("asks for a login");
  }

  @Test
  final void aPageThatOnlySaysThatItIsNotThereRefutes() {
    assertThat(
            violated(
                    page(
                        "{status: 200, words: 11, text: 'Oops. The page that you look for does not"
                            + " exist.'}"))
                .reason())
        .contains("says that there is none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{status: 500}",
        "{status: 302}",
        "{status: 200, words: 0, text: ''}",
        "{status: 200, words: 9, text: 'Lorem ipsum dolor sit amet.'}",
        "{status: 200, words: 9, text: 'Security support update sensor replace: page not found'}",
        "{status: 200, words: 9, final: 'http://maker.example/', text: 'Security support update sensor replace'}"
      })
  final void anyOtherAnswerIsReadByAPerson(String value) {
    assertThat(finding(page(value))).isInstanceOf(Finding.Undetermined.class);
  }

  @Test
  final void thePageThatAnEarlierDossierNamedSaysNothing() {
    Scene moved =
        holding()
            .rows(
                "2-UserInfo",
                "{"
                    + String.join(": http://maker.example/new, ", urls())
                    + ": http://maker.example/new}");
    assertThat(finding(moved)).isInstanceOf(Finding.Undetermined.class);
  }

  private static String[] urls() {
    return new String[] {
      "vulnerabilityPolicyUrl", "supportPeriodUrl", "nonUpdatableUrl", "sensorsUrl"
    };
  }
}
