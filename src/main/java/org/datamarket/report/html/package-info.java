/**
 * Reports: one HTML page for a study, a sensitivity analysis or a run, with its numbers, its
 * pictures and all that draws them inside, so that it opens offline and can be sent by mail. Java
 * chooses and thins the numbers that a page carries; the scripts among the resources of {@code
 * org.datamarket.report} draw them.
 */
package org.datamarket.report.html;
