package dev.plumbline.probe.hostile;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.AccessPlace;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.DriverResult.Done;
import dev.plumbline.probe.DriverResult.Errored;
import dev.plumbline.probe.DriverResult.Missing;
import dev.plumbline.probe.DriverResult.Refused;
import dev.plumbline.probe.UserDecision;
import dev.plumbline.probe.Visit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * The ways in which a device behind a driver is hostile, by name: those of {@link HostilePeers} as
 * a probe meets them that does not talk to the device itself. None keeps anything that it is told.
 */
public final class HostileDrivers {
  private static final List<String> NAMES =
      List.of(
          "value",
          "software-version",
          "device-state",
          "data",
          "function",
          "ResMech-1",
          "decision",
          "options",
          "preselected");
  private static final int MUCH = 1 << 20;
  private static final int DEEP = 100_000;

  private HostileDrivers() {}

  /**
   * All of them; each knows the settings, images and places that any probe asks for.
   *
   * @param at where the place of the device is that nobody without a login may reach
   */
  public static Map<String, DeviceDriver> all(Endpoint at) {
    Map<String, DeviceDriver> drivers = new LinkedHashMap<>();
    drivers.put("mute", new Answering(at, c -> new Errored("no answer")));
    drivers.put("no means", new Answering(at, c -> new Missing(c.action().word())));
    drivers.put("refuses everything", new Answering(at, c -> new Refused("no")));
    drivers.put("says nothing", new Answering(at, c -> new Done(Map.of())));
    drivers.put("says empty texts", new Answering(at, c -> said("")));
    drivers.put("says very much", new Answering(at, c -> said("A".repeat(MUCH))));
    drivers.put("nests without end", new Answering(at, c -> said("[".repeat(DEEP))));
    drivers.put("moves the cursor", new Answering(at, c -> said("\u001b[2J\r\n\u202eon")));
    drivers.put("echoes", new Answering(at, c -> said(String.valueOf(c.arguments()))));
    drivers.put("replays one answer", new Answering(at, c -> said("ready")));
    drivers.put(
        "is always in its factory default", new Answering(at, c -> said("factory-default")));
    drivers.put("is always set up", new Answering(at, c -> said("initialized")));
    drivers.put("changes its answer", new Answering(at, c -> said("answer " + c.number())));
    drivers.put("says a page", new Answering(at, c -> said("<html>502 Bad Gateway</html>")));
    drivers.put("names other things", new Answering(at, c -> new Done(Map.of("other", "on"))));
    drivers.put("fails every other time", new Answering(at, HostileDrivers::everyOther));
    for (int seed = 1; seed <= 3; seed++) {
      Random random = new Random(seed);
      drivers.put("garbage " + seed, new Answering(at, c -> said(garbage(random))));
    }
    return drivers;
  }

  private static DriverResult said(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    NAMES.forEach(n -> values.put(n, text));
    return new Done(values);
  }

  private static DriverResult everyOther(Call call) {
    return call.number() % 2 == 0 ? said("ready") : new Errored("the connection broke");
  }

  private static String garbage(Random random) {
    byte[] bytes = new byte[64];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /**
   * What is asked.
   *
   * @param number 1 for the first time
   */
  private record Call(int number, DriverAction action, Map<String, String> arguments) {}

  private static final class Answering implements DeviceDriver {
    private final Endpoint at;
    private final Function<Call, DriverResult> answer;
    private int calls;

    Answering(Endpoint at, Function<Call, DriverResult> answer) {
      this.at = at;
      this.answer = answer;
    }

    @Override
    public boolean offers(DriverAction action) {
      return true;
    }

    @Override
    public Set<String> settings() {
      return Set.of("automatic-updates", "update-notifications");
    }

    @Override
    public Optional<byte[]> image(String name) {
      return Optional.of((name + " " + "x".repeat(200)).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Outage outage() {
      return new Outage(Duration.ofMillis(3), Duration.ofMillis(20));
    }

    @Override
    public List<AccessPlace> places() {
      return List.of(new AccessPlace("settings", at, List.of("/config"), Set.of("user"), true));
    }

    @Override
    public List<UserDecision> decisions() {
      return List.of(
          new UserDecision("UserDec-1", "ready", Map.of("Yes", "ready"), Optional.empty()));
    }

    @Override
    public Visit visit(Optional<Credential> as) {
      return new Visiting(this);
    }

    @Override
    public DriverResult perform(
        DriverAction action, Map<String, String> arguments, Optional<byte[]> file) {
      return answer.apply(new Call(++calls, action, arguments));
    }
  }

  /** A visitor gets what anybody gets. */
  private record Visiting(DeviceDriver driver) implements Visit {
    @Override
    public DriverResult login() throws InterruptedException {
      return driver.perform(DriverAction.LOGIN, Map.of());
    }

    @Override
    public DriverResult reach(String place) throws InterruptedException {
      return driver.perform(DriverAction.READ_STATE, Map.of());
    }

    @Override
    public DriverResult logout() throws InterruptedException {
      return driver.perform(DriverAction.LOGOUT, Map.of());
    }
  }
}
