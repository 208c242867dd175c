package dev.plumbline.checks.update;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every check of a setting that has to be on at first keeps. */
abstract class StartsEnabledContract extends CheckContract {
  private static final String READ_BACK = "{readBack: true}";

  private final String setting;
  private final String column;

  StartsEnabledContract(String setting, String column) {
    this.setting = setting;
    this.column = column;
  }

  private Scene seen(String value, String coverage) {
    return Scene.of(EditionId.named("2.1.1"))
        .rows(
            "7-UpdMech",
            "- {id: UpdMech-1, automatic: true, notifies: true, %s: true}".formatted(column))
        .about("7-UpdMech/UpdMech-1")
        .seen("update.setting", "setting/" + setting, value, coverage);
  }

  @Override
  protected final Scene holding() {
    return seen("{initial: \"on\", changeable: \"yes\"}", READ_BACK);
  }

  @Override
  protected final Scene refuted() {
    return seen("{initial: \"off\"}", READ_BACK);
  }

  @Override
  protected final String refutedBy() {
    return "update.setting";
  }

  @Override
  protected final List<String> fields() {
    return List.of();
  }

  @Override
  protected final boolean boundToAddress() {
    return false;
  }

  @Test
  final void aReadingThatFollowsNoChangeSaysNothing() {
    for (String initial : List.of("on", "off")) {
      undetermined(
          seen("{initial: \"%s\", changeable: unknown}".formatted(initial), "{readBack: false}"),
          "follows a change was not seen");
    }
  }

  @Test
  final void aDeviceInAnotherStateSaysNothing() {
    undetermined(holding().state("factory-default"), "initialized");
    undetermined(refuted().state("factory-default"), "initialized");
  }

  private static Scene two(Scene scene) {
    return scene.rows(
        "7-UpdMech", "- {id: UpdMech-1, automatic: true}\n- {id: UpdMech-2, automatic: true}\n");
  }

  @Test
  final void twoMechanismsHaveOneSettingOfUnknownMeaning() {
    undetermined(two(holding()), "which of 2");
    undetermined(two(refuted()), "{UpdMech-1: {settings: {" + setting);
  }

  @Test
  final void ofTwoMechanismsEachHasItsOwnSetting() {
    String own = "setting/" + setting + "/7-UpdMech/";
    Scene second =
        two(holding())
            .seen("update.setting", own + "UpdMech-1", "{initial: \"on\"}", READ_BACK)
            .seen("update.setting", own + "UpdMech-2", "{initial: \"off\"}", READ_BACK);
    holds(second);
    violated(second.about("7-UpdMech/UpdMech-2"));
    undetermined(
        second.without("update.setting", own + "UpdMech-2").about("7-UpdMech/UpdMech-2"),
        "which of 2");
  }
}
