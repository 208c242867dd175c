package dev.plumbline.probe;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a probe may do to a device beside being answered. */
public enum Effect {
  WRONG_LOGINS("sends wrong passwords"),
  LOG_IN("logs in with the logins of product.yaml"),
  LOCK_ACCOUNT("may lock an account for a while"),
  CHANGE_PASSWORD("changes a password, and changes it back"),
  CHANGE_SETTINGS("changes settings, and restores them"),
  CRASH("may make a service stop"),
  RESTART("restarts the device"),
  CUT_POWER("cuts power or network"),
  DELETE_DATA("deletes user data"),
  RESET("resets the device"),
  REPLACE_SOFTWARE("installs other software"),
  REPLACE_DEVICE("puts another unit in its place");

  private final String words;

  Effect(String words) {
    this.words = words;
  }

  /** Whether it can happen in a run that allows no more than that. */
  public boolean isIn(Intrusiveness most) {
    return switch (this) {
      case WRONG_LOGINS, LOG_IN, LOCK_ACCOUNT, CHANGE_PASSWORD, CHANGE_SETTINGS, CRASH ->
          most.compareTo(Intrusiveness.PROVOKE) >= 0;
      case RESTART, CUT_POWER, DELETE_DATA, RESET, REPLACE_SOFTWARE, REPLACE_DEVICE ->
          most == Intrusiveness.STRESS;
    };
  }

  /** What it is, as a clause about the probe. */
  public String words() {
    return words;
  }

  /** The word of {@code probe.yaml}, such as {@code lock-account}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Effect> parse(String word) {
    return Stream.of(values()).filter(e -> e.word().equals(word)).findFirst();
  }
}
