package dev.plumbline.app.merge;

import dev.plumbline.app.merge.MergedFile.Joined;
import dev.plumbline.app.merge.MergedFile.Unjoined;
import dev.plumbline.dossier.merge.JournalMerge;
import dev.plumbline.dossier.merge.JournalMerge.BrokenJournalException;
import dev.plumbline.yaml.MergedText;
import dev.plumbline.yaml.YamlMerge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The versions of one file of a dossier.
 *
 * @param file relative to the dossier; tells what is in it
 * @param base what both began with; empty where both added the file, or nobody knows
 */
@SuppressWarnings("ArrayRecordComponent") // merged once, never compared
record FileVersions(String file, Optional<byte[]> base, byte[] ours, byte[] theirs) {
  /** What tells the rows of a list apart: rows of the IXIT, entries of evidence.yaml. */
  private static final List<String> IDENTITIES = List.of("id", "sha256");

  /**
   * How the sides are called in marks, such as by branch.
   *
   * @param ours the side that stays where nothing is joined
   */
  record Sides(String ours, String theirs) {}

  private boolean isJournal() {
    return file.startsWith("record/") && file.endsWith(".jsonl");
  }

  /** Joins them. */
  MergedFile merge(Sides sides) {
    if (isJournal()) {
      return journal();
    }
    return file.endsWith(".yaml") ? yaml(sides) : other();
  }

  private MergedFile yaml(Sides sides) {
    Optional<String> our = text(ours);
    Optional<String> their = text(theirs);
    Optional<String> was = base.flatMap(FileVersions::text);
    if (our.isEmpty() || their.isEmpty() || base.isPresent() != was.isPresent()) {
      return new Unjoined(file, "A version of this file is not UTF-8, so it was not joined.");
    }
    MergedText merged = YamlMerge.merge(was, our.get(), their.get(), IDENTITIES);
    return new Joined(
        file,
        merged.text(sides.ours(), sides.theirs()).getBytes(StandardCharsets.UTF_8),
        merged.conflicts(),
        0);
  }

  private MergedFile journal() {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(ours.length + theirs.length / 2);
    try {
      JournalMerge merge =
          JournalMerge.join(
              () -> new ByteArrayInputStream(ours), () -> new ByteArrayInputStream(theirs), joined);
      return new Joined(file, joined.toByteArray(), List.of(), merge.added());
    } catch (BrokenJournalException e) {
      return new Unjoined(file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  /** A file that is no declaration: the version of the side that changed it, if one did. */
  private MergedFile other() {
    Optional<byte[]> chosen =
        Arrays.equals(ours, theirs) || base.filter(b -> Arrays.equals(b, theirs)).isPresent()
            ? Optional.of(ours)
            : base.filter(b -> Arrays.equals(b, ours)).map(b -> theirs);
    return chosen
        .<MergedFile>map(c -> new Joined(file, c, List.of(), 0))
        .orElseGet(
            () -> new Unjoined(file, "Both changed this file, which Plumbline does not join."));
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
