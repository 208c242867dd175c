package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitTable;
import java.util.Arrays;
import java.util.List;

/** What a table is about; each edition has its own table for it. */
enum Role {
  LOGINS(1),
  USER_INFORMATION(2),
  VULNERABILITIES(3),
  COMPONENTS(6),
  UPDATES(7),
  PARAMETERS(10),
  COMMUNICATION(11),
  IMPLEMENTATIONS(12),
  SERVICES(13),
  INTERFACES(15),
  SECURE_BOOT(20),
  PERSONAL_DATA(21),
  TELEMETRY(24),
  USER_INTERFACES(27),
  LOGICAL_INTERFACES(28),
  VALIDATION(29);

  /** The number of a table is the same in all editions. */
  private final int number;

  Role(int number) {
    this.number = number;
  }

  /** The tables of an edition that have one of the roles. */
  static List<IxitTable> tables(Catalogue catalogue, Role... roles) {
    return catalogue.tables().values().stream()
        .filter(t -> Arrays.stream(roles).anyMatch(r -> r.number == t.number()))
        .toList();
  }
}
