package dev.plumbline.probes.mqttaccess;

/** What a broker answers to a client without a login. */
enum Admission {
  LET_IN,
  LOGIN_WANTED,
  OTHER_VERSION,
  UNCLEAR;

  /** By the codes of MQTT 3.1.1, section 3.2.2.3, and of MQTT 5.0, section 3.2.2.2. */
  static Admission of(int code) {
    return switch (code) {
      case 0 -> LET_IN;
      case 4, 5, 0x86, 0x87, 0x8c -> LOGIN_WANTED;
      case 1, 0x84 -> OTHER_VERSION;
      default -> UNCLEAR;
    };
  }
}
