/** What every request passes: who asks, from where, and how an answer is written. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.workbench.web;
