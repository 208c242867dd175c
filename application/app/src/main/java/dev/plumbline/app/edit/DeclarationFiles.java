package dev.plumbline.app.edit;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import dev.plumbline.dossier.folder.DossierWriter.DossierLockedException;
import dev.plumbline.yaml.YamlEditException;
import dev.plumbline.yaml.YamlText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a declaration, each replaced only where it still says what its editor saw.
 *
 * @param patience how long to wait for somebody else who writes
 */
public record DeclarationFiles(DossierFolder folder, Duration patience) {
  /** How long a person waits for a colleague who is saving. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  public DeclarationFiles(DossierFolder folder) {
    this(folder, PATIENCE);
  }

  /** What became of texts that a person wanted to save: all of them or none. */
  public sealed interface Saving {}

  /**
   * They are on the disk.
   *
   * @param before the texts that they replaced, by file; empty where there was no such file
   * @param after digests of the files as they are now
   */
  public record Saved(Map<String, Optional<String>> before, Map<String, Digest> after)
      implements Saving {
    public Saved {
      before = Map.copyOf(before);
      after = Map.copyOf(after);
    }
  }

  /** Nothing was saved: these files say something else than their editor saw. */
  public record Outdated(List<String> files) implements Saving {
    public Outdated {
      files = List.copyOf(files);
    }
  }

  /** Nothing was saved: somebody else was writing the whole time. */
  public record Busy() implements Saving {}

  /** Nothing was saved: the file cannot be changed so; a person has to edit it by hand. */
  public record Refused(String why) implements Saving {}

  /** Digest of a file as it is now; that of no text where it is absent. */
  public Digest digest(String file) {
    return Digest.of(text(file).orElse(""));
  }

  /** The text of a file as it is now; empty where it is absent or cannot be read. */
  public Optional<String> text(String file) {
    Problems unread = new Problems();
    return folder.file(file, unread).isPresent()
        ? folder.text(file, new Problems())
        : Optional.empty();
  }

  /** A text that an edit would make, or why it cannot. */
  public sealed interface Edited {}

  /** The file as it would be. */
  public record NewText(String file, String text) implements Edited {}

  /** Why the file cannot be changed so, as a sentence. */
  public record NotEditable(String why) implements Edited {}

  /** What a file would say after an edit. Writes nothing. */
  public Edited edited(DeclarationEdit edit) {
    Problems problems = new Problems();
    String now = text(edit.file()).orElse(edit.begun());
    Optional<YamlText> text = YamlText.of(now, edit.file(), problems);
    if (text.isEmpty()) {
      return new NotEditable(
          edit.file()
              + " cannot be read: "
              + problems.sorted().stream().findFirst().map(Problem::what).orElse("")
              + " Mend it in an editor first.");
    }
    try {
      return new NewText(edit.file(), edit.applied(text.get()).text());
    } catch (YamlEditException | IllegalArgumentException e) {
      return new NotEditable(
          "This change cannot be made here: " + e.getMessage() + ". Edit the file by hand.");
    }
  }

  /**
   * Makes an edit, if the file is as it was seen.
   *
   * @param seen digest of the file
   */
  public Saving save(DeclarationEdit edit, Digest seen) throws IOException {
    try (DossierWriter writer = folder.write(patience)) {
      if (!digest(edit.file()).equals(seen)) {
        return new Outdated(List.of(edit.file()));
      }
      return switch (edited(edit)) {
        case NotEditable n -> new Refused(n.why());
        case NewText t -> {
          Optional<String> before = text(edit.file());
          write(writer, t.file(), t.text());
          yield new Saved(Map.of(t.file(), before), Map.of(t.file(), Digest.of(t.text())));
        }
      };
    } catch (DossierLockedException e) {
      return new Busy();
    }
  }

  /**
   * Replaces files, if they are as they were seen.
   *
   * @param texts by file
   * @param seen digests by file, also of files that the texts rest on and that stay
   */
  public Saving save(Map<String, String> texts, Map<String, Digest> seen) throws IOException {
    Map<String, Optional<String>> wanted = new LinkedHashMap<>();
    texts.forEach((file, text) -> wanted.put(file, Optional.of(text)));
    return replace(wanted, seen);
  }

  /** Makes the files what they were, if they are as they were saved; a file that it made goes. */
  public Saving undo(Saved saved) throws IOException {
    return replace(saved.before(), saved.after());
  }

  private Saving replace(Map<String, Optional<String>> texts, Map<String, Digest> seen)
      throws IOException {
    try (DossierWriter writer = folder.write(patience)) {
      List<String> changed = new ArrayList<>();
      for (Map.Entry<String, Digest> file : seen.entrySet()) {
        if (!digest(file.getKey()).equals(file.getValue())) {
          changed.add(file.getKey());
        }
      }
      if (!changed.isEmpty()) {
        return new Outdated(changed);
      }
      Map<String, Optional<String>> before = new LinkedHashMap<>();
      Map<String, Digest> after = new LinkedHashMap<>();
      for (Map.Entry<String, Optional<String>> file : texts.entrySet()) {
        String name = file.getKey();
        Optional<String> text = file.getValue();
        before.put(name, text(name));
        if (text.isPresent()) {
          write(writer, name, text.get());
        } else {
          writer.remove(name);
        }
        after.put(name, Digest.of(text.orElse("")));
      }
      return new Saved(before, after);
    } catch (DossierLockedException e) {
      return new Busy();
    }
  }

  private void write(DossierWriter writer, String file, String text) throws IOException {
    if (!text(file).equals(Optional.of(text))) {
      writer.replaceKeepingMark(file, text);
    }
  }
}
