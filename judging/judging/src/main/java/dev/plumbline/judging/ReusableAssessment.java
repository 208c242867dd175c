package dev.plumbline.judging;

import dev.plumbline.judging.reuse.ReusableFindings;

/**
 * A result, with what makes the next judging of the same product shorter.
 *
 * @param findings never needed to read the result
 */
public record ReusableAssessment(Assessment assessment, ReusableFindings findings) {}
