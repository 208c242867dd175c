package dev.plumbline.cli.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.declaration.interview.Interview;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterviewDialogueTest {
  private final Map<String, List<String>> answers = new LinkedHashMap<>();
  private final StringWriter shown = new StringWriter();

  private boolean typed(String lines) throws IOException {
    Interview interview = Interview.of(CatalogueLoader.load(EditionId.of("3.1.3").orElseThrow()));
    return new InterviewDialogue(
            interview, a -> {}, new BufferedReader(new StringReader(lines)), new PrintWriter(shown))
        .ask(answers);
  }

  @Test
  void eachQuestionSaysWhichOfHowManyItIs() throws IOException {
    assertThat(typed("h\nq\n")).isFalse();
    assertThat(shown.toString()).containsPattern("Question 1 of \\d+\n").contains("b returns");
    assertThat(answers).isEmpty();
  }

  @Test
  void backTakesTheLastAnswerBack() throws IOException {
    typed("nobody\nb\n1\nq\n");
    assertThat(answers).containsExactly(Map.entry("logins", List.of("people")));
    typed("b\nb\nq\n");
    assertThat(answers).isEmpty();
    assertThat(shown.toString()).contains("This is the first question.");
  }

  @Test
  void anEarlierAnswerIsChangedAndEnterKeepsIt() throws IOException {
    typed("people\nc\n1\nnobody\nc\n1\n\nc\n\nq\n");
    assertThat(answers).containsExactly(Map.entry("logins", List.of("nobody")));
    assertThat(shown.toString()).contains("1 Who or what can log in to the device? people");
  }

  @Test
  void aChangeThatIsNoChoiceIsAskedAgain() throws IOException {
    typed("people\nc\n1\n9\n2\nq\n");
    assertThat(answers).containsEntry("logins", List.of("machines"));
  }

  @Test
  void whatNobodyKnowsYetIsLeftOpenAndTheOthersGoOn() throws IOException {
    assertThat(typed("d\n" + "1\n".repeat(40))).isFalse();
    assertThat(answers).isNotEmpty().doesNotContainKey("logins");
    assertThat(shown.toString()).contains("question left open");
  }
}
