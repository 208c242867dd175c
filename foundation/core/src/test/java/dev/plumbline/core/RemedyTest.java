package dev.plumbline.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each remedy says in one line what to do, with what it was given. */
class RemedyTest {
  static Stream<Arguments> remedies() {
    return Stream.of(
        Arguments.of(
            new Remedy.AddEndpoints("1-AuthMech/AuthMech-1"),
            "Add the endpoints of 1-AuthMech/AuthMech-1 to its row, such as endpoints: [tcp/443]."),
        Arguments.of(
            new Remedy.NameClient("the update server"),
            "Name the update server under test.clients in product.yaml"
                + " (docs/device-as-client.md)."),
        Arguments.of(
            new Remedy.GiveSamples("passwords of 5 units"), "Give samples: passwords of 5 units."),
        Arguments.of(
            new Remedy.GiveDriver(List.of("log in", "restart")),
            "Describe in driver.yaml: log in, restart (docs/drivers.md)."),
        Arguments.of(
            new Remedy.RunLonger("the search", "raise the budget"),
            "Let the search run longer: raise the budget."),
        Arguments.of(
            new Remedy.RunProbe(List.of("tls-endpoint", "ssh-endpoint")),
            "plumbline test DIR --only tls-endpoint,ssh-endpoint"),
        Arguments.of(
            new Remedy.RaiseIntrusiveness("stress", List.of("brute-force-resistance")),
            "plumbline test DIR --intrusiveness stress --only brute-force-resistance"),
        Arguments.of(
            new Remedy.ImportFile("the port list"),
            "plumbline import DIR FILE, with the port list"),
        Arguments.of(
            new Remedy.Confirm(ItemId.parse("5.6-1-2c@DUT")),
            "plumbline confirm DIR '5.6-1-2c@DUT' --by NAME --because TEXT"),
        Arguments.of(
            new Remedy.PersonLooks("the seal"),
            "A person looks at the seal, then: plumbline decide DIR ITEM …"),
        Arguments.of(
            new Remedy.ChangeDeclaration("1-AuthMech/AuthMech-1", "state 'attemptsBeforeDelay'"),
            "In 1-AuthMech/AuthMech-1: state 'attemptsBeforeDelay'."));
  }

  @ParameterizedTest
  @MethodSource("remedies")
  void aRemedySaysWhatToDo(Remedy remedy, String line) {
    assertThat(remedy.line()).isEqualTo(line);
  }
}
