package dev.plumbline.driver;

import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.probe.DriverAction;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a driver.yaml says of one mechanism alone, where the device has several of a kind.
 *
 * @param row where it is declared, such as {@code 7-UpdMech/UpdMech-2}
 * @param actions steps that go by this mechanism
 * @param settings names that probes use, with the settings of the file that they stand for here
 * @param images the same of images
 */
record DriverMechanism(
    Kind kind,
    String row,
    Map<DriverAction, List<DriverStep>> actions,
    Map<String, String> settings,
    Map<String, String> images) {
  DriverMechanism {
    Map<DriverAction, List<DriverStep>> copy = new EnumMap<>(DriverAction.class);
    copy.putAll(actions);
    actions = Collections.unmodifiableMap(copy);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
  }

  /** Kinds of mechanisms, by the role of the table whose rows they are. */
  enum Kind {
    UPDATE(TableRole.UPDATE_MECHANISMS, DriverAction.OFFER_UPDATE),
    START(TableRole.SECURE_BOOT, DriverAction.WRITE_FLASH, DriverAction.READ_FLASH);

    private final TableRole role;

    @SuppressWarnings("ImmutableEnumChecker") // Made by List.of.
    private final List<DriverAction> own;

    Kind(TableRole role, DriverAction... own) {
      this.role = role;
      this.own = List.of(own);
    }

    TableRole role() {
      return role;
    }

    /** Actions that are of one mechanism, and not of the device. */
    List<DriverAction> own() {
      return own;
    }

    /** Those of which the dossier has a row of that name. */
    static List<Kind> of(Ixit ixit, String id) {
      return Stream.of(values())
          .filter(k -> ixit.entries(k.role).stream().anyMatch(e -> e.id().equals(id)))
          .toList();
    }

    /** The tables of all kinds, in words. */
    static String tables(Ixit ixit) {
      return Arrays.stream(values())
          .map(k -> ixit.name(k.role))
          .collect(Collectors.joining(" or "));
    }

    /** The rows of all tables, by their names. */
    static List<String> rows(Ixit ixit) {
      return Arrays.stream(values())
          .flatMap(k -> ixit.entries(k.role).stream())
          .map(e -> e.id())
          .toList();
    }
  }

  /** Id of its row. */
  String id() {
    return row.substring(row.indexOf('/') + 1);
  }

  /** The driver as it is where it goes by this mechanism alone. */
  DriverFile in(DriverFile file) {
    Map<DriverAction, List<DriverStep>> steps = new EnumMap<>(DriverAction.class);
    steps.putAll(file.actions());
    kind.own().forEach(steps::remove);
    steps.putAll(actions);
    Map<String, Setting> known = new LinkedHashMap<>();
    if (kind == Kind.START) {
      known.putAll(file.settings());
    }
    settings.forEach(
        (name, own) ->
            Optional.ofNullable(file.settings().get(own)).ifPresent(s -> known.put(name, s)));
    Map<String, String> paths = new LinkedHashMap<>(file.images());
    images.forEach(
        (name, own) ->
            Optional.ofNullable(file.images().get(own)).ifPresent(p -> paths.put(name, p)));
    return new DriverFile(
        known,
        paths,
        steps,
        file.outage(),
        file.access(),
        file.deletions(),
        file.decisions(),
        Map.of());
  }
}
