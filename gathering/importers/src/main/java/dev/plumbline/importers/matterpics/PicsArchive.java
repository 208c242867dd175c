package dev.plumbline.importers.matterpics;

import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A zip archive of a PICS: its XML files, in whatever folders. Nothing is unpacked to disk, and
 * names in it are only looked at.
 */
final class PicsArchive {
  private static final int LARGEST = 32 << 20;
  private static final int LARGEST_FILE = 8 << 20;
  private static final long LARGEST_UNPACKED = 128L << 20;
  private static final int MOST_FILES = 2_000;
  private static final int LOOKED_AT = 4_096;
  private static final int MOST_LOOKED_AT = 50;

  /** The end record of the central directory (APPNOTE.TXT 4.3.16) without a comment. */
  private static final int END_RECORD = 22;

  private static final int LONGEST_COMMENT = 65_535;
  private static final int ENTRIES_AT = 10;

  private PicsArchive() {}

  static boolean begins(Head head) {
    return head.startsWith('P', 'K', 3, 4);
  }

  /** Whether the first XML file in it belongs to a PICS. */
  static boolean recognises(Head head) {
    if (!begins(head)) {
      return false;
    }
    try (ZipInputStream zip = new ZipInputStream(head.whole())) {
      for (int i = 0; i < MOST_LOOKED_AT; i++) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          return false;
        }
        if (isXml(entry)) {
          return PicsXml.begins(new String(zip.readNBytes(LOOKED_AT), StandardCharsets.UTF_8));
        }
      }
      return false;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** What a Mac adds beside the files is no part of it. */
  private static boolean isXml(ZipEntry entry) {
    String name = entry.getName().replace('\\', '/');
    return !entry.isDirectory()
        && !name.startsWith("__MACOSX/")
        && name.toLowerCase(Locale.ROOT).endsWith(".xml");
  }

  static void read(InputStream in, PicsItems items, Reading reading)
      throws IOException, MalformedImportException {
    byte[] archive = in.readNBytes(LARGEST + 1);
    if (archive.length > LARGEST) {
      throw new MalformedImportException(
          ImportRefusal.TOO_LARGE, "it is larger than an archive of a PICS can be");
    }
    int entries = 0;
    long unpacked = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] file = zip.readNBytes(LARGEST_FILE + 1);
        unpacked += file.length;
        if (++entries > MOST_FILES || file.length > LARGEST_FILE || unpacked > LARGEST_UNPACKED) {
          throw new MalformedImportException(
              ImportRefusal.TOO_LARGE, "it has too many files, or too large ones");
        }
        if (isXml(entry)) {
          PicsXml.read(new ByteArrayInputStream(file), items, reading);
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "it is no sound zip archive, or ends early");
    }
    if (entries != entries(archive)) {
      throw new MalformedImportException(
          ImportRefusal.MALFORMED, "it is no sound zip archive, or ends early");
    }
  }

  /** How many files its end record names; -1 without one. */
  private static int entries(byte[] archive) {
    int first = Math.max(0, archive.length - END_RECORD - LONGEST_COMMENT);
    for (int at = archive.length - END_RECORD; at >= first; at--) {
      if (archive[at] == 'P'
          && archive[at + 1] == 'K'
          && archive[at + 2] == 5
          && archive[at + 3] == 6) {
        return (archive[at + ENTRIES_AT] & 0xFF) | (archive[at + ENTRIES_AT + 1] & 0xFF) << 8;
      }
    }
    return -1;
  }
}
