package dev.plumbline.workbench.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pictures that a browser shows without running anything: they are known by their first bytes,
 * whatever the file is called. SVG is none of them, since it can hold scripts.
 */
enum PictureType {
  PNG("image/png", "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
  GIF("image/gif", "GIF8"),
  WEBP("image/webp", "RIFF****WEBP");

  /** How many bytes tell the type. */
  static final int HEAD = 12;

  private final String mime;
  private final String mark;

  /** With the bytes at its beginning as ISO 8859-1; a star is any byte. */
  PictureType(String mime, String mark) {
    this.mime = mime;
    this.mark = mark;
  }

  String mime() {
    return mime;
  }

  /** The type of a file that begins so; empty where it is no such picture. */
  static Optional<PictureType> of(byte[] head) {
    String bytes = new String(head, StandardCharsets.ISO_8859_1);
    return Stream.of(values()).filter(t -> t.fits(bytes)).findFirst();
  }

  private boolean fits(String bytes) {
    return bytes.length() >= mark.length()
        && IntStream.range(0, mark.length())
            .allMatch(i -> mark.charAt(i) == '*' || mark.charAt(i) == bytes.charAt(i));
  }
}
