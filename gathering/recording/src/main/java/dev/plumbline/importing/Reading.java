package dev.plumbline.importing;

import dev.plumbline.dossier.FrameNumbers;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.observation.Fact;
import java.util.List;
import java.util.Optional;

/** What an importer is given, and where it puts what it reads. Used by one thread. */
public interface Reading {
  Product product();

  Ixit ixit();

  /** The dossier's {@code imports/NAME.yaml} for a file {@code NAME.*}; empty without one. */
  Optional<String> mapping();

  /** How the tool ran. Told once, at any time before the end. */
  void ran(ToolRun run);

  /**
   * Whether results for this address, host name or URL are the device's. Those of another host are
   * counted, told to the user and must be left out.
   */
  boolean ofDevice(String target);

  /**
   * Records a fact. Its coverage says what the tool looked at. Where a word is none of its
   * vocabulary, or a flag demands a field that is empty, the question is recorded as unanswered,
   * and the user told: a defect of the importer.
   */
  void seen(String subject, Fact fact);

  /**
   * The same of a network capture, where some of its frames show the fact.
   *
   * @param frames that show it; {@link FrameNumbers#NONE} where all of the capture does
   */
  void seen(String subject, Fact fact, FrameNumbers frames);

  /** Records that a question has no answer, and why. */
  void undetermined(Class<? extends Fact> kind, String subject, String reason);

  /** Facts of this kind that the dossier already holds, seen on the software that it declares. */
  List<Observation> earlier(Class<? extends Fact> kind);

  /** Tells of a part of the file that was left out, such as a record with an impossible value. */
  void leftOut(String what, int line);

  /**
   * Tells how many entries of a kind the file holds about the device, and how many of them were
   * kept. Told again for the same kind, both add up. What was not kept is told to the user.
   *
   * @param what they are, in the plural, such as {@code findings}
   */
  void counted(String what, long held, long kept);

  /** Masks this text in all that is stored of the reading from now on. */
  void redact(String secret);
}
