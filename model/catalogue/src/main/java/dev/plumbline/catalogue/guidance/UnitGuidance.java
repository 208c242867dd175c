package dev.plumbline.catalogue.guidance;

import dev.plumbline.core.UnitId;

/**
 * How a test unit is carried out. All texts are our own.
 *
 * @param work what the tester does
 * @param pass what counts as pass
 * @param evidence what to keep
 */
public record UnitGuidance(UnitId id, String work, String pass, String evidence) {}
