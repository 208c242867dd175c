package dev.plumbline.probe.run;

import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Visit;
import java.util.function.Consumer;

/** A visit whose every request is written down. */
record RecordedVisit(Visit visit, Consumer<String> log) implements Visit {
  @Override
  public DriverResult login() throws InterruptedException {
    return noted("login", visit.login());
  }

  @Override
  public DriverResult reach(String place) throws InterruptedException {
    return noted("reach " + place, visit.reach(place));
  }

  @Override
  public DriverResult logout() throws InterruptedException {
    return noted("logout", visit.logout());
  }

  private DriverResult noted(String what, DriverResult result) {
    String no = result.refused() ? "refused: " : "";
    log.accept(what + ": " + (result.done() ? "done" : no + result.reason()));
    return result;
  }
}
