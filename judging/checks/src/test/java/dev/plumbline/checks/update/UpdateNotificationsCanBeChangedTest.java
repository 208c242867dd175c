package dev.plumbline.checks.update;

import dev.plumbline.checks.CheckContract;
import dev.plumbline.checks.Scene;
import dev.plumbline.judging.check.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateNotificationsCanBeChangedTest extends CheckContract {
  @Override
  protected Check check() {
    return new UpdateNotificationsCanBeChanged();
  }

  @Override
  protected Scene holding() {
    return Scene.current()
        .rows(
            "7-UpdMech",
            "- {id: UpdMech-1, automatic: true, notifies: true, notificationConfigurable: true}")
        .about("7-UpdMech/UpdMech-1")
        .seen(
            "update.setting",
            "setting/update-notifications",
            "{initial: \"on\", changeable: \"yes\"}");
  }

  @Override
  protected Scene refuted() {
    return holding()
        .seen(
            "update.setting",
            "setting/update-notifications",
            "{initial: \"on\", changeable: \"no\", why: stuck}");
  }

  @Override
  protected String refutedBy() {
    return "update.setting";
  }

  @Override
  protected List<String> fields() {
    return List.of();
  }

  @Test
  void aFailingDriverIsNoRefutation() {
    undetermined(
        holding()
            .seen(
                "update.setting",
                "setting/update-notifications",
                "{initial: \"on\", changeable: unknown}"),
        "a person");
  }
}
