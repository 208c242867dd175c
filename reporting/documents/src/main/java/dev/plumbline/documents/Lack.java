package dev.plumbline.documents;

/**
 * Something that a document asks for and the dossier does not give.
 *
 * @param what the fact, or what stands against the document
 * @param file of the dossier, where it belongs; empty where no file mends it
 * @param place key or table in that file
 */
public record Lack(String what, String file, String place) {
  /** One line that says what to fill in where. */
  public String line() {
    String where = file.isEmpty() ? "" : " → " + file + (place.isEmpty() ? "" : ", " + place);
    return what + where;
  }
}
