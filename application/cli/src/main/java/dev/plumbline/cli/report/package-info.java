/** Commands that write what others read: reports, documents, portfolios, statistics. */
@NullMarked
package dev.plumbline.cli.report;

import org.jspecify.annotations.NullMarked;
