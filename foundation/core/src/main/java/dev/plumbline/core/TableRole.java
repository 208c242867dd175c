package dev.plumbline.core;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a table of the IXIT is for, whatever its number and name in an edition. Code asks for roles;
 * each edition says which of its tables play them. One table may play several, and several one.
 */
public enum TableRole {
  AUTHENTICATION_MECHANISMS,
  COMMUNICATION_MECHANISMS,
  /** Of the maker, that processes are in place. */
  CONFIRMATIONS,
  DELETION_FUNCTIONS,
  /** What can be called from outside the device. */
  EXTERNAL_APIS,
  EXTERNAL_SENSORS,
  /** Where input comes from that has to be validated. */
  INPUT_SOURCES,
  /** How input is validated. */
  INPUT_VALIDATION,
  LOGICAL_INTERFACES,
  PERSONAL_DATA,
  PHYSICAL_INTERFACES,
  REPLACEMENT_SUPPORT,
  RESILIENCE_MECHANISMS,
  /** What verifies the software at the start. */
  SECURE_BOOT,
  SECURE_DEVELOPMENT,
  /** How critical security parameters are managed over their life. */
  SECURE_MANAGEMENT,
  /** Implementations of cryptography and network security. */
  SECURITY_IMPLEMENTATIONS,
  SECURITY_PARAMETERS,
  SOFTWARE_COMPONENTS,
  SOFTWARE_SERVICES,
  TELEMETRY,
  UPDATE_MECHANISMS,
  UPDATE_PROCEDURES,
  USER_DECISIONS,
  USER_INFORMATION,
  USER_INTERFACES,
  /** Kinds of vulnerabilities, and what is done about each. */
  VULNERABILITIES,
  VULNERABILITY_MONITORING;

  /** The role of that word; empty where there is none. */
  public static Optional<TableRole> of(String word) {
    return Stream.of(values()).filter(r -> r.word().equals(word)).findFirst();
  }

  /** How editions write it, such as {@code logical-interfaces}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
