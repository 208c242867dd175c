package dev.plumbline.importing;

import java.time.Instant;
import java.util.Optional;

/**
 * How a tool came to what its file says.
 *
 * @param version empty when the file does not tell
 * @param command empty when the file does not tell
 * @param target what it was pointed at, in its words; empty when the file does not tell
 * @param at when it ran; empty when the file does not tell
 */
public record ToolRun(String version, String command, String target, Optional<Instant> at) {
  /** A file that tells nothing of its run. */
  public static final ToolRun UNTOLD = new ToolRun("", "", "", Optional.empty());
}
