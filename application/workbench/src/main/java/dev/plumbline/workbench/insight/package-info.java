/**
 * Pages that read a result from another side: attacks, many products, statistics, the work left.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.insight;
