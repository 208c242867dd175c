package dev.plumbline.probes.passwordchange;

import dev.plumbline.client.driven.Restart;
import dev.plumbline.client.login.Attempt.Outcome;
import dev.plumbline.client.login.LoginInterface;
import dev.plumbline.client.login.LoginTrial;
import dev.plumbline.client.login.WrongPasswords;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.DeviceDriver;
import dev.plumbline.probe.DriverAction;
import dev.plumbline.probe.DriverResult;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One login, changed and changed back. The control at each door: before the change it took this
 * login and refused an invented password, and after the change it refuses another invented one.
 */
final class ChangeTrial {
  /** In front, since some devices cut a password short at its end. */
  private static final String MARK = "Pl9-";

  private static final int LOOKS = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ProbeContext context;
  private final DeviceDriver driver;
  private final Credential login;
  private final String fresh;
  private final WrongPasswords wrong;

  /** Each login, with its answers read as its trial showed how. */
  private final Map<LoginInterface, LoginInterface> read = new HashMap<>();

  ChangeTrial(ProbeContext context, DeviceDriver driver, Credential login, WrongPasswords wrong) {
    this.context = context;
    this.driver = driver;
    this.login = login;
    this.fresh = MARK + login.password();
    this.wrong = wrong;
    context.redact(fresh);
  }

  Map<LoginInterface, PasswordChangeResult> run(List<LoginInterface> doors)
      throws InterruptedException {
    Map<LoginInterface, PasswordChangeResult> changes = new LinkedHashMap<>();
    List<LoginInterface> working = new ArrayList<>();
    for (LoginInterface door : doors) {
      useless(door).ifPresentOrElse(why -> changes.put(door, why), () -> working.add(door));
    }
    if (working.isEmpty()) {
      return changes;
    }
    context.progress("changes the password of " + login.role(), 0.5);
    DriverResult changed = new DriverResult.Errored("it did not come to an end");
    boolean restored;
    try {
      changed = change(login.password(), fresh);
      for (LoginInterface door : working) {
        changes.put(
            door,
            changed.done()
                ? after(door)
                : new PasswordChangeResult.Unknown(
                    "the password was not changed: " + changed.reason()));
      }
      restart(changes);
    } finally {
      restored = restore(working, changed.done());
    }
    changes.replaceAll(
        (door, c) -> c instanceof PasswordChangeResult.Seen s ? s.withRestored(restored) : c);
    return changes;
  }

  /** Why nothing can be told from a door; empty where it tells this login from a wrong one. */
  private Optional<PasswordChangeResult> useless(LoginInterface door) throws InterruptedException {
    LoginTrial trial = new LoginTrial(door, () -> context.takeLoginAttempt(door.mechanism()));
    return switch (trial.run(login.user(), wrong.next(), List.of(login), true)) {
      case LoginTrial.Result.Locked l -> Optional.of(new PasswordChangeResult.Unknown(l.reason()));
      case LoginTrial.Result.Useless u -> Optional.of(new PasswordChangeResult.Unknown(u.reason()));
      case LoginTrial.Result.TakesAny a ->
          Optional.of(new PasswordChangeResult.Unknown(a.reason()));
      case LoginTrial.Result.Works w when w.account().isEmpty() ->
          Optional.of(new PasswordChangeResult.OtherLogin());
      case LoginTrial.Result.Works w -> {
        read.put(door, w.door());
        yield Optional.empty();
      }
    };
  }

  private DriverResult change(String from, String to) throws InterruptedException {
    return driver.perform(
        DriverAction.CHANGE_PASSWORD,
        Map.of("user", login.user(), "password", from, "new-password", to));
  }

  /** Tries both again after a restart, where a login took the change as it should. */
  private void restart(Map<LoginInterface, PasswordChangeResult> changes)
      throws InterruptedException {
    Map<LoginInterface, PasswordChangeResult.Seen> sound = new LinkedHashMap<>();
    changes.forEach(
        (door, change) -> {
          if (change instanceof PasswordChangeResult.Seen s
              && s.old() == Outcome.REFUSED
              && s.fresh() == Outcome.ACCEPTED) {
            sound.put(door, s);
          }
        });
    if (sound.isEmpty() || !new Restart(context, driver).done()) {
      return;
    }
    for (Map.Entry<LoginInterface, PasswordChangeResult.Seen> one : sound.entrySet()) {
      LoginInterface door = one.getKey();
      Outcome taken = settled(door, fresh, Outcome.ACCEPTED);
      Outcome old = settled(door, login.password(), Outcome.REFUSED);
      boolean control = settled(door, wrong.next(), Outcome.REFUSED) == Outcome.REFUSED;
      changes.put(
          door,
          one.getValue()
              .withRestarted(
                  control
                      ? new PasswordChangeResult.Pair(old, taken)
                      : new PasswordChangeResult.Pair(Outcome.UNCLEAR, Outcome.UNCLEAR)));
    }
  }

  private PasswordChangeResult after(LoginInterface door) throws InterruptedException {
    Outcome old = settled(door, login.password(), Outcome.REFUSED);
    if (settled(door, wrong.next(), Outcome.REFUSED) != Outcome.REFUSED) {
      return new PasswordChangeResult.Unknown(
          "after the change it does not refuse an invented password");
    }
    return new PasswordChangeResult.Seen(
        old, settled(door, fresh, Outcome.ACCEPTED), Optional.empty(), false);
  }

  /** Tries a few times, since a device may need a moment; gives what it says in the end. */
  private Outcome settled(LoginInterface door, String password, Outcome wanted)
      throws InterruptedException {
    Outcome last = Outcome.UNCLEAR;
    for (int i = 0; i < LOOKS && last != wanted; i++) {
      if (i > 0) {
        context.rest(PAUSE);
      }
      if (wanted == Outcome.REFUSED && !context.takeLoginAttempt(door.mechanism())) {
        return Outcome.UNCLEAR;
      }
      try {
        last = read.getOrDefault(door, door).attempt(login.user(), password).outcome();
      } catch (IOException e) {
        last = Outcome.UNCLEAR;
      }
    }
    return last;
  }

  /** Changes it back, and sees that every door takes it again. */
  private boolean restore(List<LoginInterface> working, boolean changed)
      throws InterruptedException {
    // A change that failed on its way may have been made all the same.
    boolean back = !changed && accepted(working);
    if (!back) {
      boolean changedBack = change(fresh, login.password()).done();
      // After a restart the device may have the old one again, and knows nothing of the other.
      back = accepted(working) && (changedBack || refused(working));
    }
    if (!back) {
      context.leftAltered(
          "the login of role "
              + login.role()
              + " may have its declared password with '"
              + MARK
              + "' in front");
    }
    return back;
  }

  private boolean refused(List<LoginInterface> doors) throws InterruptedException {
    for (LoginInterface door : doors) {
      if (settled(door, fresh, Outcome.REFUSED) != Outcome.REFUSED) {
        return false;
      }
    }
    return true;
  }

  private boolean accepted(List<LoginInterface> doors) throws InterruptedException {
    for (LoginInterface door : doors) {
      if (settled(door, login.password(), Outcome.ACCEPTED) != Outcome.ACCEPTED) {
        return false;
      }
    }
    return true;
  }
}
