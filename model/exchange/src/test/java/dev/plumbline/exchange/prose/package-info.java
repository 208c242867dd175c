/** Tests of words and typed fields. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.exchange.prose;
