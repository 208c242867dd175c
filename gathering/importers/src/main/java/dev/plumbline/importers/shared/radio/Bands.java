package dev.plumbline.importers.shared.radio;

import java.util.Locale;

/** Bands by the names that the table of interfaces uses. */
public final class Bands {
  public static final String BLUETOOTH = "bluetooth";

  private static final String OTHER = "other";
  private static final int LAST_OF_2_4 = 14;
  private static final int FIRST_OF_5 = 32;
  private static final int LAST_OF_5 = 177;

  private Bands() {}

  /**
   * The band of a Wi-Fi channel; {@code wifi} where it cannot be told. Numbers of the 6 GHz band
   * repeat those of the others, so that a frequency is needed to tell it.
   *
   * @param channel such as {@code 6} or {@code 36HT40}
   */
  public static String wifi(String channel) {
    String number = channel.replaceFirst("^(\\d{1,3}).*$", "$1");
    if (!number.matches("\\d{1,3}")) {
      return "wifi";
    }
    int n = Integer.parseInt(number);
    if (n >= 1 && n <= LAST_OF_2_4) {
      return "wifi-2.4";
    }
    return n >= FIRST_OF_5 && n <= LAST_OF_5 ? "wifi-5" : "wifi";
  }

  /** The band of what Kismet calls a phy, but Wi-Fi. */
  public static String phy(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "bluetooth", "btle" -> BLUETOOTH;
      case "802.15.4", "ieee802.15.4", "zigbee" -> "ieee-802.15.4";
      case "rtl433", "sensor", "rtlamr" -> "sub-ghz";
      default -> OTHER;
    };
  }
}
