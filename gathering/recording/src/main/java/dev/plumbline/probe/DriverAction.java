package dev.plumbline.probe;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a driver can make a device do. Arguments and values have fixed names; {@code
 * docs/drivers.md} describes each.
 */
public enum DriverAction {
  /** Logs in. Refused: the device does not take that user and password. */
  LOGIN(Intrusiveness.OBSERVE, List.of("user", "password"), List.of()),
  /** Ends the session that {@code login} opened, as its user would. */
  LOGOUT(Intrusiveness.OBSERVE, List.of(), List.of()),
  /** Gives a user another password. */
  CHANGE_PASSWORD(Intrusiveness.PROVOKE, List.of("user", "password", "new-password"), List.of()),
  /** Tells what a setting is now. */
  READ_SETTING(Intrusiveness.OBSERVE, List.of("name"), List.of("value")),
  /** Sets a setting. Refused: the device does not allow it. */
  SET_SETTING(Intrusiveness.PROVOKE, List.of("name", "value"), List.of()),
  /** Stores personal data on the device, as a user would. */
  CREATE_DATA(Intrusiveness.PROVOKE, List.of("marker"), List.of()),
  /** Deletes the user's data, by the way that the device offers its user for it. */
  DELETE_DATA(Intrusiveness.STRESS, List.of("marker"), List.of()),
  /** Stores personal data at an associated service, as a user would. */
  CREATE_SERVICE_DATA(Intrusiveness.PROVOKE, List.of("marker"), List.of()),
  /** Deletes the user's data at the associated services, by the way offered for it. */
  DELETE_SERVICE_DATA(Intrusiveness.STRESS, List.of("marker"), List.of()),
  /** Puts the device back into its factory default. */
  FACTORY_RESET(Intrusiveness.STRESS, List.of(), List.of()),
  /** Takes the device from its factory default through its set-up, as a user would. */
  SET_UP(Intrusiveness.PROVOKE, List.of(), List.of()),
  /** Goes on with the set-up to what it asks of its user next; nothing where it asks no more. */
  NEXT_DECISION(Intrusiveness.PROVOKE, List.of(), List.of("decision")),
  /** Answers what the set-up asks. */
  DECIDE(Intrusiveness.PROVOKE, List.of("decision", "option"), List.of()),
  /** Offers the device an update image. Refused: the device does not take it. */
  OFFER_UPDATE(Intrusiveness.STRESS, List.of("image"), List.of()),
  /** Puts an image into the device's memory past its updater, as a programmer does. */
  WRITE_FLASH(Intrusiveness.STRESS, List.of("image"), List.of()),
  /** Reads as many bytes of the memory where {@code write-flash} writes; gives their SHA-256. */
  READ_FLASH(Intrusiveness.STRESS, List.of("length"), List.of("sha256")),
  POWER_OFF(Intrusiveness.STRESS, List.of(), List.of()),
  POWER_ON(Intrusiveness.STRESS, List.of(), List.of()),
  /** Takes the network away from the device, without telling it. */
  CUT_NETWORK(Intrusiveness.STRESS, List.of(), List.of()),
  RESTORE_NETWORK(Intrusiveness.STRESS, List.of(), List.of()),
  /** Isolates the device by the way that the dossier describes, and no other. */
  ISOLATE(Intrusiveness.STRESS, List.of(), List.of()),
  /** Takes the device back into its network. */
  END_ISOLATION(Intrusiveness.STRESS, List.of(), List.of()),
  /**
   * Puts another unit or other hardware in the device's place and sets it up, by the way that the
   * dossier describes, and no other.
   */
  REPLACE_DEVICE(Intrusiveness.STRESS, List.of(), List.of()),
  /** Puts the device under test back in its place, as it was. */
  PUT_BACK_DEVICE(Intrusiveness.STRESS, List.of(), List.of()),
  /**
   * Asks the device itself about its state, by a way that works without the network where there is
   * one: a console, a display, a button and a lamp.
   */
  READ_STATE(Intrusiveness.OBSERVE, List.of("topic"), List.of()),
  /** Presses a button of the device. */
  PRESS_BUTTON(Intrusiveness.PROVOKE, List.of("button"), List.of());

  private final Intrusiveness intrusiveness;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
  private final List<String> arguments;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> gives;

  DriverAction(Intrusiveness intrusiveness, List<String> arguments, List<String> gives) {
    this.intrusiveness = intrusiveness;
    this.arguments = arguments;
    this.gives = gives;
  }

  /** The word in files and reports, such as {@code factory-reset}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What it does to the device; a probe has to be at least as intrusive. */
  public Intrusiveness intrusiveness() {
    return intrusiveness;
  }

  /** Names of the arguments that steps can use. */
  public List<String> arguments() {
    return arguments;
  }

  /** Names of values that have to come back for the action to be done. */
  public List<String> gives() {
    return gives;
  }

  public static Optional<DriverAction> of(String word) {
    return Arrays.stream(DriverAction.values()).filter(a -> a.word().equals(word)).findFirst();
  }
}
