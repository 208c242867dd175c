package dev.plumbline.probes.pjlfiles;

import dev.plumbline.probes.pjlfiles.PjlDialogue.Entry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that a printer shows, found folder by folder. */
final class PrinterFiles {
  private static final int MOST_FOLDERS = 24;
  private static final int MOST_FILES = 24;

  /** Entries of a listing that name the folder itself and the one above. */
  private static final int DOTS = 2;

  private final PjlDialogue printer;
  private final Deque<String> folders = new ArrayDeque<>(List.of("0:\\", "1:\\"));
  private final Map<String, String> read = new LinkedHashMap<>();
  private final List<String> unread = new ArrayList<>();
  private int listed;

  PrinterFiles(PjlDialogue printer) {
    this.printer = printer;
  }

  /**
   * Reads what it finds, within bounds.
   *
   * @throws IOException if the printer breaks off; what was read until then stays
   */
  void walk() throws IOException {
    while (!folders.isEmpty()) {
      String folder = folders.remove();
      if (listed == MOST_FOLDERS) {
        unread.add(folder);
        continue;
      }
      listed++;
      List<Entry> entries = printer.list(folder);
      if (entries.size() >= PjlDialogue.MOST_ENTRIES - DOTS) {
        unread.add("what else is in " + folder);
      }
      for (Entry entry : entries) {
        if (entry.folder()) {
          folders.add(entry.path());
        } else {
          file(entry.path());
        }
      }
    }
  }

  private void file(String path) throws IOException {
    Optional<String> start = read.size() < MOST_FILES ? printer.read(path) : Optional.empty();
    start.ifPresentOrElse(text -> read.put(path, text), () -> unread.add(path));
    if (start.filter(text -> text.length() >= PjlDialogue.FILE_START).isPresent()) {
      unread.add("the rest of " + path);
    }
  }

  /** How files begin, by path. */
  Map<String, String> read() {
    return Map.copyOf(read);
  }

  /** Folders and files that were named and not read. */
  List<String> unread() {
    return List.copyOf(unread);
  }

  /** Number of folders that were asked for. */
  int folders() {
    return listed;
  }
}
