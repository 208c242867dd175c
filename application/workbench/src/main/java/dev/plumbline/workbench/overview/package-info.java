/**
 * Where one product stands: counts, work left, how it went, and its picture drawn from its tables.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.overview;
