package dev.plumbline.reports;

import dev.plumbline.dossier.EvidenceRef;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a report needs beside the result.
 *
 * @param at when the report is made
 * @param tool name and version of the program
 * @param excerpt reads a stretch of an evidence file; empty when it is not there
 */
public record ReportContext(
    Instant at, String tool, Function<EvidenceRef, Optional<byte[]>> excerpt) {}
