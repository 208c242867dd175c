package dev.plumbline.workbench.page;

import dev.plumbline.workbench.phone.QrCode;
import java.util.List;
import java.util.Optional;

/**
 * Evidence by phone for one item or row.
 *
 * @param path where its forms go
 * @param query of the page that shows it, for its forms
 * @param addresses of this machine that can be chosen
 * @param keeps what can keep a file that waits
 * @param rest what becomes of files that nothing keeps
 * @param state what it shows, for a look whether it shows something else by now
 */
public record PhoneView(
    String path,
    String query,
    List<Address> addresses,
    Optional<Page> open,
    List<Arrived> files,
    List<Keep> keeps,
    String rest,
    String state) {

  /** An address of this machine. */
  public record Address(String value, String label) {}

  /**
   * A form that can keep a file.
   *
   * @param form its id on the page
   * @param item that keeps it, where the form has several; else empty
   * @param label what it is kept with
   */
  public record Keep(String form, String item, String label) {
    /** What its box sends for a file, see {@link Phones#chosen}. */
    public String tick(String file) {
      return item.isEmpty() ? file : file + " " + item;
    }
  }

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
