package dev.plumbline.driver;

import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.run.DriverActionDone;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.ProbeContext;
import dev.plumbline.probe.ProbeSpec;
import dev.plumbline.probe.Visit;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Performs every action of a driver once, so that its author sees what works before a probe rests
 * on it. What it changes it puts back where it can: settings to the values they have, the password
 * to what it was.
 */
public final class DriverTrial implements Probe {

  private static final Duration BUDGET = Duration.ofMinutes(30);

  private final Intrusiveness most;
  private final Listener listener;

  /** Hears of each action as soon as it ended. */
  public interface Listener {
    /**
     * @param what the action, with what it was tried on
     */
    void tried(DriverAction action, String what, DriverResult result);

    /** An action that was left out, and why. */
    void leftOut(DriverAction action, String why);
  }

  public DriverTrial(Intrusiveness most, Listener listener) {
    this.most = most;
    this.listener = listener;
  }

  @Override
  public ProbeSpec spec() {
    return new ProbeSpec(
        "driver-check",
        "1.0.0",
        "Which actions of the driver work?",
        List.of(Kinds.key(DriverActionDone.class)),
        List.of(),
        most,
        BUDGET);
  }

  @Override
  public boolean tellsOfFalls() {
    return true;
  }

  @Override
  public void run(ProbeContext context) throws InterruptedException {
    Optional<DeviceDriver> driver = context.driver();
    if (driver.isEmpty()) {
      context.undetermined(DriverActionDone.class, "DUT", "the dossier has no driver.yaml");
      return;
    }
    new Course(context, driver.get()).run();
  }

  private final class Course {
    private final ProbeContext context;
    private final DeviceDriver driver;

    Course(ProbeContext context, DeviceDriver driver) {
      this.context = context;
      this.driver = driver;
    }

    void run() throws InterruptedException {
      logins();
      tried(DriverAction.READ_STATE, "", Map.of());
      settings();
      Map<String, String> marker = Map.of("marker", "plumbline-check");
      tried(DriverAction.CREATE_DATA, "", marker);
      tried(DriverAction.DELETE_DATA, "", marker);
      tried(DriverAction.CREATE_SERVICE_DATA, "", marker);
      tried(DriverAction.DELETE_SERVICE_DATA, "", marker);
      tried(DriverAction.PRESS_BUTTON, "", Map.of("button", "reset"));
      tried(DriverAction.CUT_NETWORK, "", Map.of());
      tried(DriverAction.RESTORE_NETWORK, "", Map.of());
      tried(DriverAction.ISOLATE, "", Map.of());
      tried(DriverAction.END_ISOLATION, "", Map.of());
      tried(DriverAction.REPLACE_DEVICE, "", Map.of());
      tried(DriverAction.PUT_BACK_DEVICE, "", Map.of());
      tried(DriverAction.POWER_OFF, "", Map.of());
      tried(DriverAction.POWER_ON, "", Map.of());
      update();
      flash();
      mechanisms();
      passwords();
      tried(DriverAction.FACTORY_RESET, "", Map.of());
      decisions();
      tried(DriverAction.SET_UP, "", Map.of());
    }

    /** What is asked first, and the answer that the device offers first. */
    private void decisions() throws InterruptedException {
      Optional<String> asked = tried(DriverAction.NEXT_DECISION, "", Map.of()).value("decision");
      Optional<String> option =
          driver.decisions().stream()
              .filter(d -> asked.isPresent() && d.name().equals(asked.get()))
              .flatMap(d -> d.options().values().stream())
              .findFirst();
      if (option.isPresent()) {
        tried(
            DriverAction.DECIDE,
            asked.get(),
            Map.of("decision", asked.get(), "option", option.get()));
      } else {
        leftOut(DriverAction.DECIDE, "nothing is asked that 'decisions' has with its options");
      }
    }

    private void logins() throws InterruptedException {
      for (Credential c : context.product().credentials()) {
        tried(
            DriverAction.LOGIN,
            "as " + c.role(),
            Map.of("user", c.user(), "password", c.password()));
        logout(c);
      }
      if (context.product().credentials().isEmpty()) {
        leftOut(DriverAction.LOGIN, "product.yaml has no credentials");
      }
    }

    private void logout(Credential c) throws InterruptedException {
      if (driver.offers(DriverAction.LOGOUT)) {
        Visit visit = driver.visit(Optional.of(c));
        DriverResult in = visit.login();
        listener.tried(DriverAction.LOGOUT, "as " + c.role(), in.done() ? visit.logout() : in);
      }
    }

    private void settings() throws InterruptedException {
      for (String name : driver.settings()) {
        DriverResult read = tried(DriverAction.READ_SETTING, name, Map.of("name", name));
        Optional<String> value = read.value("value");
        if (value.isPresent()) {
          tried(
              DriverAction.SET_SETTING,
              name + " to what it is",
              Map.of("name", name, "value", value.get()));
        }
      }
      if (driver.settings().isEmpty()) {
        leftOut(DriverAction.READ_SETTING, "driver.yaml names no settings");
        leftOut(DriverAction.SET_SETTING, "driver.yaml names no settings");
      }
    }

    private void update() throws InterruptedException {
      Optional<byte[]> image = driver.image("current").or(() -> driver.image("newer"));
      if (image.isEmpty()) {
        leftOut(DriverAction.OFFER_UPDATE, "driver.yaml names no image 'current' or 'newer'");
        return;
      }
      tried(DriverAction.OFFER_UPDATE, "", Map.of("image", "trial"), image);
    }

    private void flash() throws InterruptedException {
      Optional<byte[]> image = driver.image("current");
      if (image.isEmpty()) {
        leftOut(DriverAction.WRITE_FLASH, "driver.yaml names no image 'current'");
        return;
      }
      tried(DriverAction.WRITE_FLASH, "", Map.of("image", "current"), image);
      tried(DriverAction.READ_FLASH, "", Map.of("length", Integer.toString(image.get().length)));
    }

    /** What goes by one mechanism alone. */
    private void mechanisms() throws InterruptedException {
      for (Map.Entry<String, DeviceDriver> one : driver.mechanisms().entrySet()) {
        String by = "by " + one.getKey();
        Optional<byte[]> image = one.getValue().image("current");
        if (image.isEmpty()) {
          listener.leftOut(DriverAction.OFFER_UPDATE, "no image 'current' " + by);
        } else if (context.ixit().names(DriverMechanism.Kind.UPDATE.role()).stream()
            .anyMatch(t -> one.getKey().startsWith(t + "/"))) {
          tried(one.getValue(), DriverAction.OFFER_UPDATE, by, Map.of("image", "trial"), image);
        } else {
          String length = Integer.toString(image.get().length);
          tried(one.getValue(), DriverAction.WRITE_FLASH, by, Map.of("image", "current"), image);
          tried(
              one.getValue(),
              DriverAction.READ_FLASH,
              by,
              Map.of("length", length),
              Optional.empty());
        }
      }
    }

    private void passwords() throws InterruptedException {
      List<Credential> logins = context.product().credentials();
      if (logins.isEmpty()) {
        leftOut(DriverAction.CHANGE_PASSWORD, "product.yaml has no credentials");
        return;
      }
      Credential c = logins.getFirst();
      String other = "Pl" + Long.toString(new SecureRandom().nextLong(1L << 50), 36) + "7x";
      DriverResult changed =
          tried(DriverAction.CHANGE_PASSWORD, "of " + c.role(), change(c, c.password(), other));
      if (changed.done()) {
        tried(
            DriverAction.CHANGE_PASSWORD,
            "of " + c.role() + " back",
            change(c, other, c.password()));
      }
    }

    private static Map<String, String> change(Credential c, String from, String to) {
      Map<String, String> arguments = new LinkedHashMap<>();
      arguments.put("user", c.user());
      arguments.put("password", from);
      arguments.put("new-password", to);
      return arguments;
    }

    private void leftOut(DriverAction action, String why) {
      if (driver.offers(action)) {
        listener.leftOut(action, why);
      }
    }

    private DriverResult tried(DriverAction action, String what, Map<String, String> arguments)
        throws InterruptedException {
      return tried(action, what, arguments, Optional.empty());
    }

    private DriverResult tried(
        DriverAction action, String what, Map<String, String> arguments, Optional<byte[]> file)
        throws InterruptedException {
      return tried(driver, action, what, arguments, file);
    }

    private DriverResult tried(
        DeviceDriver by,
        DriverAction action,
        String what,
        Map<String, String> arguments,
        Optional<byte[]> file)
        throws InterruptedException {
      if (!by.offers(action)) {
        return new DriverResult.Missing(action.word());
      }
      if (action.intrusiveness().compareTo(most) > 0) {
        listener.leftOut(action, "it needs --intrusiveness stress");
        return new DriverResult.Missing("leave");
      }
      DriverResult result = by.perform(action, arguments, file);
      listener.tried(action, what, result);
      context.seen(action.word(), new DriverActionDone(what, result.done(), result.reason()));
      return result;
    }
  }
}
