package dev.plumbline.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.Words.Topic;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  private static final Words WORDS = Words.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "--",
        "none",
        "None.",
        "-- none --",
        "n.a.",
        "N/A",
        "N",
        "keine",
        "Entfällt.",
        "aucune",
        "sans objet",
        "ninguno",
        "No aplica",
        "nessuno",
        "não se aplica",
        "无",
        "不适用",
        "なし",
        "該当なし"
      })
  void nothingIsSaidInEightLanguages(String text) {
    assertThat(WORDS.isNothing(text)).isTrue();
    assertThat(WORDS.states(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None",
        "none, because nobody asked for it",
        "None because the login is new",
        "None. The service accepts any number of attempts.",
        "None - see the risk assessment",
        "Keine, da nur im Heimnetz",
        "Keine weil nur im Heimnetz",
        "Aucune (réseau local)",
        "Ninguna: red local",
        "Nessuna, perché la rete è locale",
        "Nenhuma porque a rede é local",
        "无，因为仅限局域网",
        "なし（ローカルのみ）"
      })
  void theOpeningWordsSayThatThereIsNothing(String text) {
    assertThat(WORDS.saysNone(text)).isTrue();
    assertThat(WORDS.saysNotApplicable(text)).isFalse();
    assertThat(WORDS.states(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "N/A (handled by the cloud service in all circumstances)",
        "Not applicable: the login is local and the port closed to others",
        "Entfällt, weil das Gerät keinen Anschluss hat",
        "Sans objet (interface locale)",
        "不适用（仅限本地）"
      })
  void theOpeningWordsSayThatTheQuestionIsNotForTheEntry(String text) {
    assertThat(WORDS.saysNotApplicable(text)).isTrue();
    assertThat(WORDS.saysNone(text)).isFalse();
    assertThat(WORDS.states(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None of the accounts can be guessed, since each attempt waits a second",
        "Nonetheless the account is locked",
        "No more than 5 attempts a minute",
        "After 5 attempts none",
        "Noneedful delay of 30 s"
      })
  void whatMerelyBeginsWithSuchAWordSaysMore(String text) {
    assertThat(WORDS.saysNone(text)).isFalse();
    assertThat(WORDS.saysNotApplicable(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tbd",
        "T.B.D.",
        "?",
        "???",
        "...",
        "…",
        "x",
        "noch offen",
        "à définir",
        "待定",
        "検討中"
      })
  void aPlaceholderIsNoAnswerAtAll(String text) {
    assertThat(WORDS.isOpen(text)).isTrue();
    assertThat(WORDS.isNothing(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not reviewed.",
        "No review has been done.",
        "Es fand keine Prüfung statt.",
        "Aucune revue n'a été faite.",
        "Sin revisión.",
        "Nessuna revisione.",
        "Não revisto.",
        "未经评审",
        "レビューは実施していない",
        "planned for 2027",
        "ist geplant",
        "est prévu pour 2027",
        "計画中",
        "yes",
        "siehe Handbuch"
      })
  void aDenialAPlanOrARepetitionStatesNothing(String text) {
    assertThat(WORDS.states(text)).isFalse();
    assertThat(WORDS.isNothing(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reviewed in public for years; its maker had the release examined by an external"
            + " laboratory.",
        "The camera verifies the signature before it installs, and nothing else is accepted after"
            + " that",
        "Das Labor hat die Version 3.6 geprüft und einen Bericht geschrieben",
        "As soon as the user confirms, the image is installed",
        "第三方实验室评审了该版本"
      })
  void aStatementIsOne(String text) {
    assertThat(WORDS.states(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "client certificate with no password, false",
    "the CA of the server is pinned, false",
    "user name and secret word, true",
    "mot de passe commun, true",
    "通用口令, true",
    "kein Passwort, false"
  })
  void aWordThatIsDeniedIsNotSpokenOf(String text, boolean affirmed) {
    assertThat(WORDS.affirms(Topic.PASSWORDS, text)).isEqualTo(affirmed);
  }

  @ParameterizedTest
  @CsvSource({"a web server, 3", "'', 0", "见手册, 2", "本产品没有密码登录功能, 6"})
  void wordsAreCountedInScriptsWithoutBlanksToo(String text, int words) {
    assertThat(Words.size(text)).isEqualTo(words);
  }

  /** Letters and numbers of any script and the slash stay; a blank stands for all else between. */
  @ParameterizedTest
  @CsvSource({
    "'  None. ', none",
    "'N/A (see §4)', n/a see 4",
    "'AES‑128—GCM', aes 128 gcm",
    "'Il n’y en a pas', il n y en a pas",
    "'½ Ⅳ ٣', ½ ⅳ ٣",
    "'なし。 無', なし 無",
    "'a😀b𝒜', a b𝒜",
    "'---', ''"
  })
  void aTextIsFoldedToItsWords(String text, String words) {
    assertThat(Words.fold(text)).isEqualTo(words);
    assertThat(Words.fold(text))
        .isEqualTo(text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}/]+", " ").strip());
  }
}
