package dev.plumbline.dossier;

import dev.plumbline.core.Digest;
import java.time.Instant;

/**
 * An entry of evidence.yaml.
 *
 * @param sha256 digest of the file; its name under evidence/
 * @param path relative to the dossier, below evidence/
 * @param what what it shows
 * @param softwareVersion version of the device that it was taken from
 */
public record EvidenceFile(
    Digest sha256,
    String path,
    String what,
    String tool,
    String toolVersion,
    String command,
    String operator,
    Instant at,
    String softwareVersion) {}
