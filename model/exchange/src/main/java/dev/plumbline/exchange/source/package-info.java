/** Documents of makers as grids of cells: workbooks, texts, Markdown, CSV and JSON. */
@NullMarked
package dev.plumbline.exchange.source;

import org.jspecify.annotations.NullMarked;
