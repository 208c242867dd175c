package dev.plumbline.checks.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsolationCostsConnectivityAloneTest extends IsolationContract {
  @Override
  protected Check check() {
    return new IsolationCostsConnectivityAlone();
  }

  @Override
  protected Scene refuted() {
    return isolated(ROW, DURING.replace("function: works", "function: fails"), COVERAGE);
  }

  @Override
  protected List<String> fields() {
    return List.of(
        "9-ReplSup isolation",
        "9-ReplSup isolationBy",
        "9-ReplSup functionsKept",
        "9-ReplSup functionsLost");
  }

  @Test
  void aFunctionThatIsSaidToGoOnAndDoesNotRefutes() {
    Scene scene = isolated(ROW, DURING.replace("display: works", "display: fails"), COVERAGE);
    assertThat(violated(scene).reason()).contains("'display'");
    assertThat(contradiction(scene)).contains("'display' goes on");
  }

  @Test
  void aLossThatNobodyDeclaredIsForAPerson() {
    undetermined(
        isolated(ROW.replace("[app]", "[]"), DURING, COVERAGE), "'app' is lost, and nobody said");
  }

  @Test
  void whatIsReadWithoutPowerIsNotTheDevicesWord() {
    String coverage = COVERAGE.replace("readingEnds: true", "readingEnds: false");
    undetermined(isolated(ROW, DURING, coverage), "while the power is away");
    String fails = DURING.replace("function: works", "function: fails");
    undetermined(isolated(ROW, fails, coverage), "while the power is away");
  }

  @Test
  void aFunctionOfWhichNothingIsToldIsNotThere() {
    undetermined(isolated(ROW.replace("[display]", "[display, alarm]"), DURING, COVERAGE), "alarm");
    undetermined(isolated(ROW, DURING.replace("function: works, ", ""), COVERAGE), "function");
  }

  @Test
  void aDeviceThatIsNotIsolatedTellsNothingOfIt() {
    undetermined(resisting("done"), "was not isolated");
  }
}
