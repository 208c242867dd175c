package dev.plumbline.workbench.page;

import dev.plumbline.workbench.phone.QrCode;
import java.util.List;
import java.util.Optional;

/**
 * Evidence by phone for one item.
 *
 * @param path where its forms go
 * @param query the filters and the item, for its forms
 * @param addresses of this machine that can be chosen
 * @param state what it shows, for a look whether it shows something else by now
 */
public record PhoneView(
    String path,
    String query,
    List<Address> addresses,
    Optional<Page> open,
    List<Arrived> files,
    String state) {

  /** An address of this machine. */
  public record Address(String value, String label) {}

  /**
   * The page that is open.
   *
   * @param challenge code to hold into the picture
   * @param minutes until it closes by itself
   * @param known whether an authority vouches for the certificate
   */
  public record Page(
      String link,
      QrCode code,
      String challenge,
      long minutes,
      String fingerprint,
      boolean known) {}

  /**
   * A file that waits.
   *
   * @param kibibytes of its size, rounded up
   * @param challenge code that it was asked to show
   * @param picture its address; empty where it is no picture that can be shown safely
   */
  public record Arrived(
      String id, String name, long kibibytes, String challenge, String note, String picture) {}
}
