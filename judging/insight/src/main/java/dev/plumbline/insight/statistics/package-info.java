/** What may be told of many products without telling of one. Pure. */
@NullMarked
package dev.plumbline.insight.statistics;

import org.jspecify.annotations.NullMarked;
